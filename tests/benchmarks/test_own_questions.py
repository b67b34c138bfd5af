"""Our own labelled questions: in the file that their id says, and never copied into phrasings."""

import hashlib
from pathlib import Path

import pytest

from benchmarks.questions import CONTENT, HELD_BACK, Labelled, read
from benchmarks.scaled import texts
from faq.assembly import load
from faq.catalogue import Catalogue
from faq.normalise import canonical

BY_CHANCE = 12  # shorter questions are put in the same words by different people


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    catalogue = load().catalogue
    assert catalogue is not None
    return catalogue


@pytest.fixture(scope="module")
def questions() -> tuple[Labelled, ...]:
    return (*read(CONTENT), *read(HELD_BACK))


@pytest.mark.parametrize(
    ("file", "is_held_back"), [(CONTENT, False), (HELD_BACK, True)], ids=["tuning", "held back"]
)
def test_a_later_question_is_in_the_file_its_id_says(file: Path, is_held_back: bool) -> None:
    later = [one.id for one in read(file) if one.id.startswith("q")]
    numbers = [int(hashlib.sha256(name.encode()).hexdigest(), 16) for name in later]
    assert {number % 3 == 0 for number in numbers} == {is_held_back}


def test_ids_are_used_once(questions: tuple[Labelled, ...]) -> None:
    assert len({one.id for one in questions}) == len(questions)


def test_every_label_is_an_entry(questions: tuple[Labelled, ...], shipped: Catalogue) -> None:
    labels = {entry for one in questions for entry in one.entries}
    assert labels <= set(shipped.entries)


def test_no_question_is_a_phrasing(questions: tuple[Labelled, ...], shipped: Catalogue) -> None:
    known = {canonical(text) for text in texts(shipped)}
    long = [one for one in questions if len(one.text) >= BY_CHANCE]
    assert [one.id for one in long if canonical(one.text) in known] == []
