from pathlib import Path

import pytest

from tests import content
from tests.faq.lint.conftest import Faults


@pytest.mark.parametrize("said", ["打12308", "拨打12123", "12306热线", "call 12306 now", "12110"])
def test_a_number_that_may_not_be_shown_is_refused(tree: Path, faults: Faults, said: str) -> None:
    content.damage(tree, content.LOST, "补领收费{fee.amount}", said)
    place = content.place(tree, content.LOST, "fee:\n    staff")
    assert f"{place}: error hotlines" in faults()


@pytest.mark.parametrize("said", ["024-23456701", "02423456701", "13812345678", "400-123-4567"])
def test_a_number_that_stands_in_a_fact_is_refused(tree: Path, faults: Faults, said: str) -> None:
    content.damage(tree, content.ITEMS, "[丢失的应当补领,", f"[丢失的打{said},")
    content.damage(tree, content.LOST, "补领收费{fee.amount}", "{conditions.1}")
    assert (
        f"{content.place(tree, content.LOST, 'fee:' + chr(10) + '    staff')}: error hotlines"
        in faults()
    )


def test_a_number_in_a_fixed_phrase_is_refused(tree: Path, faults: Faults) -> None:
    content.damage(tree, "phrases/zh.yaml", "  GAT: ", "  GAT: 公安厅024-23456701\n  X: ")
    place = content.place(tree, "phrases/zh.yaml", "GAT: 公")
    assert f"{place}: error hotlines" in faults()


@pytest.mark.parametrize("said", ["用交管12123查", "在铁路12306 APP申请", "打12345问"])
def test_the_name_of_an_app_and_a_listed_number_may_be_shown(
    tree: Path, faults: Faults, said: str
) -> None:
    content.damage(tree, content.LOST, "补领收费{fee.amount}", said)
    assert faults() == []


def test_a_number_that_may_not_be_shown_is_refused_in_a_referral(
    tree: Path, faults: Faults
) -> None:
    content.damage(tree, "referrals/bank.yaml", "银行卡由银行办理。", "找领事馆打12308。")
    assert faults() != []
