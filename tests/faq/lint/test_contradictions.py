from pathlib import Path

import pytest

from tests import content
from tests.faq.lint.conftest import Faults

_STEPS = "window: [到窗口填表, 核对指纹]"


@pytest.mark.parametrize(
    "line",
    ["缴费20元", "交工本费20元后领证", "证件有效期10年", "10个工作日内制发", "10年有效"],
    ids=["fee", "fee within", "validity of another thing", "no act in the limit", "validity"],
)
def test_what_a_field_states_otherwise_is_refused(tree: Path, faults: Faults, line: str) -> None:
    content.damage(tree, content.ITEMS, _STEPS, f"window: [{line}, 核对指纹]")
    expected = [f"{content.place(tree, content.ITEMS, line)}: error contradictions"]
    fine = line in ("证件有效期10年", "10个工作日内制发")
    assert faults() == ([] if fine else expected)


def test_another_number_of_days_for_the_same_act_is_refused(tree: Path, faults: Faults) -> None:
    content.damage(tree, content.ITEMS, "promised: 7个工作日", "promised: 7个工作日办结")
    content.damage(tree, content.ITEMS, _STEPS, "window: [9个工作日办结, 核对指纹]")
    assert faults() == [f"{content.place(tree, content.ITEMS, '9个')}: error contradictions"]


def test_what_is_said_of_another_item_is_held_against_that_item(tree: Path, faults: Faults) -> None:
    content.damage(tree, content.ITEMS, "[介绍信]", "[介绍信, 身份证补领收20元]")
    assert faults() == [
        f"{content.place(tree, content.ITEMS, '身份证补领收')}: error contradictions"
    ]


@pytest.mark.parametrize("line", ["缴费40元", "逾期罚款200元", "身份证补领收40元", "7年以上驾龄"])
def test_the_same_figure_and_other_things_are_fine(tree: Path, faults: Faults, line: str) -> None:
    content.damage(tree, content.ITEMS, _STEPS, f"window: [{line}, 核对指纹]")
    assert faults() == []


@pytest.mark.parametrize(("said", "is_refused"), [("补领免费。", True), ("首次免费。", False)])
def test_what_has_a_price_is_not_called_free(
    tree: Path, faults: Faults, said: str, *, is_refused: bool
) -> None:
    content.damage(tree, content.LOST, "补领收费{fee.amount}。", said)
    place = content.place(tree, content.LOST, f'zh: "{said}')
    assert faults() == ([f"{place}: error contradictions"] if is_refused else [])
