from pathlib import Path

import pytest

from tests import content
from tests.faq.lint.conftest import Faults


@pytest.mark.parametrize(
    "phrasing",
    [
        "身份证丢了怎么补办",
        "身份证 丢了，怎么补办？",
        "身份證丟了怎麼補辦",
        "身\u200b份证丢了怎么补办",
    ],
    ids=["equal", "punctuation", "traditional", "invisible"],
)
def test_a_phrasing_of_two_entries_is_refused(tree: Path, faults: Faults, phrasing: str) -> None:
    content.damage(tree, content.CHECK, "在哪核查真伪", phrasing)
    first = content.place(tree, content.CHECK, phrasing)
    second = content.place(tree, content.LOST, "身份证丢了怎么补办")
    assert set(faults()) & {f"{first}: error phrasings", f"{second}: error phrasings"}


@pytest.mark.parametrize("name", ["referrals/bank.yaml", "frames/dream.yaml"])
def test_a_phrasing_of_an_entry_and_another_kind_is_refused(
    tree: Path, faults: Faults, name: str
) -> None:
    content.damage(tree, name, "phrasings: {zh: [", "phrasings: {zh: [身份证丢了怎么补办, ")
    assert faults() == [f"{content.place(tree, name, '身份证丢了')}: error phrasings"]


def test_a_phrasing_twice_in_one_entry_is_a_warning(tree: Path, faults: Faults) -> None:
    content.damage(tree, content.LOST, "补证收费多少", "身份证丢了怎么补办")
    place = content.place(tree, content.LOST, "身份证丢了怎么补办]")
    assert faults() == [f"{place}: warning phrasings"]


def test_a_phrasing_without_letters_is_refused(tree: Path, faults: Faults) -> None:
    content.damage(tree, content.LOST, "补证收费多少", "。。。")
    assert faults() == [f"{content.place(tree, content.LOST, '。。。')}: error phrasings"]
