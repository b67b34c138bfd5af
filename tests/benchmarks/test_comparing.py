from pathlib import Path

import pytest

from benchmarks.comparing import Found, compare, compared, threshold
from benchmarks.questions import Labelled, Sort
from benchmarks.shares import Share
from faq.assistant import Knowledge
from faq.matching.matcher import Matcher
from tests import content
from tests.benchmarks.made_up import LOST, OTHER, question


@pytest.mark.parametrize(
    ("scores", "least"),
    [([1.0], 1.0), ([float(one) for one in range(10)], 1.0), ([0.5, 0.5, 0.5], 0.5), ([], 0.0)],
    ids=["one", "ten", "equal", "none"],
)
def test_nine_in_ten_reach_the_threshold(scores: list[float], least: float) -> None:
    assert threshold(scores) == least


def found(sort: Sort, topic: str, score: float, *, is_entry: bool = True) -> Found:
    """A topic found for a question; in scope, a lost identity card is meant."""
    entries = (LOST,) if sort is Sort.IN_SCOPE else ()
    return Found(question(sort, *entries), topic, score, is_entry)


def test_right_first_does_not_depend_on_the_threshold() -> None:
    inside = [found(Sort.IN_SCOPE, LOST, 0.1), found(Sort.IN_SCOPE, OTHER, 0.9)]
    assert compared(inside)[0] == Share(1, 2)


def test_false_answers_are_entries_above_the_threshold() -> None:
    inside = [found(Sort.IN_SCOPE, LOST, 0.5)]
    outside = [
        found(Sort.OUT_OF_SCOPE, LOST, 0.9),
        found(Sort.OUT_OF_SCOPE, LOST, 0.4),
        found(Sort.OUT_OF_SCOPE, "bank", 0.9, is_entry=False),
    ]
    assert compared([*inside, *outside])[1:] == (Share(1, 1), Share(1, 3))


def test_an_acceptable_entry_is_no_false_answer() -> None:
    asked = [
        found(Sort.IN_SCOPE, LOST, 0.5),
        Found(question(Sort.OUT_OF_SCOPE, LOST), LOST, 0.9, is_entry=True),
    ]
    assert compared(asked)[2] == Share(0, 1)


def test_we_and_all_peers_are_asked_the_same(tmp_path: Path) -> None:
    catalogue = content.catalogue(content.write(tmp_path / "content"))
    asked = [
        Labelled(id="1", text="身份证丢了怎么补办", kind=Sort.IN_SCOPE, entries=("card_lost",)),
        Labelled(id="2", text="梦见身份证丢了", kind=Sort.OUT_OF_SCOPE),
        Labelled(id="3", text="那要多少钱", kind=Sort.FOLLOW_UP, entries=("card_lost",)),
    ]
    table = compare(Knowledge(catalogue, Matcher(catalogue)), asked)
    assert len(table.rows) == 5
    assert all(row[0] == Share(1, 1) and row[2].of == 1 for row in table.rows.values())
