from pathlib import Path

import pytest

from faq.assembly import load
from faq.deciding import SURE
from faq.lint import stolen
from faq.lint.phrasings import placed
from faq.matching.matcher import Matcher
from tests import content

_AS_OF_LOST = "身份证丢了怎么补办呀我想补办身份证"


def found(tree: Path) -> list[str]:
    """What the rule says of every phrasing of the content: its place, the level and the rule."""
    read = load(tree)
    assert read.catalogue is not None, read.problems
    phrasings = placed(read.catalogue, read.trees)
    problems = stolen.check(read.catalogue, Matcher(read.catalogue), phrasings, SURE)
    return [f"{one.path}:{one.line}:{one.column} {one.level.value} {one.rule}" for one in problems]


def steal(tree: Path, text: str) -> None:
    """Have a phrasing of one entry stand under another, where it loses."""
    content.damage(tree, content.CHECK, "在哪核查真伪", text)


def test_phrasings_that_come_home_are_fine(tree: Path) -> None:
    assert found(tree) == []


def test_a_phrasing_that_is_surely_answered_from_another_entry_is_refused(tree: Path) -> None:
    steal(tree, _AS_OF_LOST)
    where = content.place(tree, content.CHECK, _AS_OF_LOST)
    assert found(tree) == [f"{where} error stolen"]


def test_a_phrasing_that_is_perhaps_of_another_entry_is_reported(tree: Path) -> None:
    steal(tree, "身份证")
    assert [one.split(" ", 1)[1] for one in found(tree)] == ["warning stolen"]


@pytest.mark.parametrize("entry", [content.LOST, content.CHECK])
def test_a_declared_twin_may_answer_whichever_says_so(tree: Path, entry: str) -> None:
    steal(tree, _AS_OF_LOST)
    twin = {content.LOST: "card_check", content.CHECK: "card_lost"}[entry]
    name = Path(entry).stem
    content.damage(tree, entry, f"id: {name}", f"id: {name}\nsame_as: [{twin}]")
    assert found(tree) == []
