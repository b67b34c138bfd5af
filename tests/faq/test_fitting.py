from pathlib import Path

import pytest

from faq.fitting import borders, fitted_on
from faq.knowledge import Knowledge
from faq.matching.matcher import Matcher
from faq.schema.questions import Labelled
from tests import content


@pytest.fixture
def small(tree: Path) -> Knowledge:
    catalogue = content.catalogue(tree)
    return Knowledge(catalogue, Matcher(catalogue))


def question(text: str, *entries: str, kind: str = "in_scope") -> Labelled:
    record = {"id": "q1", "text": text, "kind": kind, "entries": entries}
    return Labelled.model_validate(record)


def test_borders_rest_on_the_questions_that_an_entry_matches_best(small: Knowledge) -> None:
    asked = [
        question("身份证丢了怎么补办", "card_lost"),
        question("梦见警察是什么意思", kind="out_of_scope"),
        question("多少钱", "card_lost", kind="follow_up"),
    ]
    assert borders(small, asked).questions == 1


def test_follow_ups_tell_how_small_half_a_sentence_is(small: Knowledge) -> None:
    asked = [
        question("身份证丢了怎么补办", "card_lost"),
        question("多少钱", "card_lost", kind="follow_up"),
    ]
    assert borders(small, asked).half.size < 0


def test_ambiguous_questions_tell_how_little_a_broad_text_says(small: Knowledge) -> None:
    asked = [
        question("身份证丢了怎么补办", "card_lost"),
        question("丢了", "card_lost", kind="ambiguous"),
    ]
    assert borders(small, asked).broad.says < 0


def test_borders_say_what_they_were_fitted_on(small: Knowledge) -> None:
    asked = [question("身份证丢了怎么补办", "card_lost")]
    assert borders(small, asked).fitted_on == fitted_on(small, asked)
    assert fitted_on(small, asked) != fitted_on(small, [])
