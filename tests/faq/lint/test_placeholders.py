from pathlib import Path

import pytest

from tests import content
from tests.faq.lint.conftest import Faults


@pytest.mark.parametrize(
    "reference",
    [
        pytest.param("{fees.amount}", id="no such field"),
        pytest.param("{pitfalls}", id="empty"),
        pytest.param("{card_check:validity}", id="partly without a source"),
        pytest.param("{card_check:conditions.2}", id="withheld"),
        pytest.param("{none:name}", id="no such item"),
        pytest.param("{fee.amount#3}", id="no such figure"),
        pytest.param("{Fee.amount}", id="capital"),
        pytest.param("{fee amount}", id="space"),
        pytest.param("{fee.amount#}", id="no number"),
        pytest.param("{fee.amount", id="open brace"),
        pytest.param("\uff5bfee.amount\uff5d", id="full-width brace"),
    ],
)
def test_a_reference_that_stands_for_nothing_is_refused(
    tree: Path, faults: Faults, reference: str
) -> None:
    content.damage(tree, content.LOST, "补领收费{fee.amount}", f"补领收费{reference}")
    place = content.place(tree, content.LOST, 'zh: "补领收费')
    assert f"{place}: error placeholders" in faults()


def test_chinese_words_in_english_are_refused(tree: Path, faults: Faults) -> None:
    content.damage(tree, content.LOST, "costs {fee.amount}", "costs {fee.basis}")
    place = content.place(tree, content.LOST, 'en: "A new card')
    assert faults() == [f"{place}: error placeholders"]


def test_a_built_text_is_checked_too(tree: Path, faults: Faults) -> None:
    content.damage(tree, content.LOST, 'staff: {zh: "补领收费{fee.amount}', 'built: {zh: "收{fees}')
    place = content.place(tree, content.LOST, 'zh: "收')
    assert faults() == [f"{place}: error placeholders"]
