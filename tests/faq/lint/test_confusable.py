from math import log
from pathlib import Path

import pytest

from faq.lint.confusable import NEAR, alike
from tests import content
from tests.faq.lint.conftest import Faults

_LONG = "我昨天在火车站把身份证弄丢了现在想重新办一张要花多少钱"


@pytest.mark.parametrize(("text", "level"), [(_LONG + "呢", "error"), (_LONG[2:], "warning")])
def test_a_phrasing_that_is_nearly_one_of_another_entry_is_reported(
    tree: Path, faults: Faults, text: str, level: str
) -> None:
    content.damage(tree, content.LOST, "补证收费多少", _LONG)
    content.damage(tree, content.CHECK, "在哪核查真伪", text)
    found = [fault for fault in faults() if fault.endswith("confusable")]
    assert found == [f"{content.place(tree, content.CHECK, text)}: {level} confusable"]


def test_a_phrasing_that_is_another_entrys_name_is_refused(tree: Path, faults: Faults) -> None:
    content.damage(tree, content.CHECK, "在哪核查真伪", "身份证补领")
    found = [fault for fault in faults() if fault.endswith("confusable")]
    assert found == [f"{content.place(tree, content.CHECK, '身份证补领')}: error confusable"]


def test_a_phrasing_may_be_like_one_of_a_declared_twin(tree: Path, faults: Faults) -> None:
    content.damage(tree, content.LOST, "补证收费多少", _LONG)
    content.damage(tree, content.CHECK, "在哪核查真伪", _LONG + "呢")
    content.damage(tree, content.LOST, "id: card_lost", "id: card_lost\nsame_as: [card_check]")
    assert not [fault for fault in faults() if fault.endswith("confusable")]


@pytest.mark.parametrize("text", ["身份证真伪核查费", "去哪里核查真伪"])
def test_a_phrasing_in_words_of_its_own_is_fine(tree: Path, faults: Faults, text: str) -> None:
    content.damage(tree, content.CHECK, "在哪核查真伪", text)
    assert not [fault for fault in faults() if fault.endswith("confusable")]


def test_only_pairs_of_different_owners_are_found() -> None:
    texts = [frozenset("abcdefgh"), frozenset("abcdefgh"), frozenset("abcdefgh"), frozenset("xyz")]
    found = [(one.first, one.second) for one in alike(texts, ["a", "a", "b", "c"])]
    assert found == [(0, 2), (1, 2)]


def test_the_look_up_by_rare_grams_misses_no_pair() -> None:
    letters = "abcdefghijklmnop"
    texts = [
        frozenset(letters.replace(letters[at], "") + chr(0x4E00 + at)) for at in range(len(letters))
    ]
    owners = [str(at) for at in range(len(texts))]
    found = {(one.first, one.second) for one in alike(texts, owners)}
    brute = set()
    counts = {gram: sum(gram in text for text in texts) for text in texts for gram in text}
    for first, one in enumerate(texts):
        for second, other in enumerate(texts[:first]):
            weights = [_weight(len(texts), counts[gram]) for gram in one & other]
            sizes = [
                sum(_weight(len(texts), counts[gram]) for gram in text) for text in (one, other)
            ]
            if sum(weights) / (sizes[0] * sizes[1]) ** 0.5 >= NEAR:
                brute.add((second, first))
    assert found == brute


def _weight(size: int, count: int) -> float:
    return log(1 + size / count) ** 2
