from pathlib import Path

import numpy as np
import pytest

from faq.catalogue import Catalogue
from faq.features.space import span
from faq.matching import background
from faq.matching.documents import subjects
from faq.matching.reading import Reader
from faq.schema.tables import WordsFile
from tests import content

TOLD = ("带户口簿到派出所", "带护照到大厅", "")


@pytest.fixture
def small(tree: Path) -> Catalogue:
    return content.catalogue(tree)


def covered(question: str) -> list[float]:
    reader = Reader(WordsFile(), {})
    space = span([reader.read(text).grams for text in (*TOLD, question)])
    learnt = background.learn(TOLD, reader, space)
    coverage = learnt.coverage(space.vector(reader.read(question).grams))
    return [round(float(one), 2) for one in coverage]


def test_answers_that_have_the_words_of_a_question_cover_it() -> None:
    first, second, nothing = covered("户口簿")
    assert first == pytest.approx(1.0)
    assert nothing == 0.0
    assert second == 0.0


def test_words_in_no_answer_say_nothing() -> None:
    assert covered("量子力学") == [0.0, 0.0, 0.0]


def test_every_subject_has_a_text_and_figures_are_left_out(small: Catalogue) -> None:
    of = subjects(small)
    told = background.texts(small, of)
    assert len(told) == len(of)
    assert any(told)
    assert not any(letter.isdecimal() for text in told for letter in text)


def test_coverage_is_a_share(small: Catalogue) -> None:
    reader = Reader(small.words, {})
    told = background.texts(small, subjects(small))
    space = span([reader.read(text).grams for text in told])
    learnt = background.learn(told, reader, space)
    for text in told:
        coverage = learnt.coverage(space.vector(reader.read(text).grams))
        assert np.all((coverage >= 0) & (coverage <= 1.0001))
