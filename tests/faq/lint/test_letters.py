from pathlib import Path

import pytest

from tests import content
from tests.faq.lint.conftest import Faults


@pytest.mark.parametrize(
    "letter",
    [
        pytest.param("\u200b", id="zero-width space"),
        pytest.param("\u200d", id="joiner"),
        pytest.param("\u202e", id="right-to-left"),
        pytest.param("\ufeff", id="byte order mark"),
        pytest.param("\u00ad", id="soft hyphen"),
        pytest.param("\u00a0", id="no-break space"),
        pytest.param("\ue000", id="private"),
        pytest.param("\ufffd", id="broken"),
        pytest.param("\u0301", id="mark"),
        pytest.param("\u0430", id="Cyrillic"),
        pytest.param("\u03bf", id="Greek"),
        pytest.param("\uff21", id="full-width letter"),
        pytest.param("\uff11", id="full-width digit"),
        pytest.param("\u2460", id="circled digit"),
        pytest.param("\u3042", id="Japanese"),
        pytest.param("\ud55c", id="Korean"),
    ],
)
@pytest.mark.parametrize("at", ["证丢了怎么补", "领收费{fee.amount}"], ids=["phrasing", "answer"])
def test_a_letter_that_is_not_what_it_seems_is_refused(
    tree: Path, faults: Faults, letter: str, at: str
) -> None:
    content.damage(tree, content.LOST, at, f"{letter}{at}")
    assert "error letters" in {fault.partition(": ")[2] for fault in faults()}


def test_such_a_letter_is_named_with_its_place(tree: Path, faults: Faults) -> None:
    content.damage(tree, content.ITEMS, "[介绍信]", "[户口簿, 介\u200b绍信]")
    place = content.place(tree, content.ITEMS, "介\u200b")
    assert faults() == [f"{place}: error letters"]


def test_letters_are_looked_at_in_content_that_has_other_faults(tree: Path, faults: Faults) -> None:
    content.damage(tree, content.ITEMS, "confidence: press", "confidence: sure")
    content.damage(tree, content.LOST, "补领收费{fee.amount}", "补\u200b领")
    assert {fault.rpartition(" ")[2] for fault in faults()} == {"schema", "letters"}


def test_traditional_characters_in_an_answer_are_refused(tree: Path, faults: Faults) -> None:
    content.damage(tree, content.LOST, "补领收费{fee.amount}", "補領收費{fee.amount}")
    place = content.place(tree, content.LOST, 'zh: "補領')
    assert faults() == [f"{place}: error letters"]


def test_traditional_characters_in_a_phrasing_are_fine(tree: Path, faults: Faults) -> None:
    content.damage(tree, content.LOST, "补证收费多少", "補證收費幾多")
    assert faults() == []


def test_the_table_of_foreign_words_may_have_other_scripts(tree: Path, faults: Faults) -> None:
    content.damage(
        tree, "words.yaml", "# 完", "foreign:\n  护照: [パスポート, 여권, паспорт]\n# 完"
    )
    assert faults() == []
