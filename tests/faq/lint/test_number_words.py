from pathlib import Path

import pytest

from faq.lint.number_words import figures_in_words, value
from tests import content
from tests.faq.lint.conftest import Faults


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("补领收费{fee.amount}", "补领收费二十元"),
        ("补领收费{fee.amount}", "三个工作日办好"),
        ("补领收费{fee.amount}", "有效期五年"),
        ("costs {fee.amount}", "costs twenty yuan"),
        ("costs {fee.amount}", "takes three working days"),
    ],
)
def test_a_figure_in_words_that_no_fact_states_is_refused(
    tree: Path, faults: Faults, old: str, new: str
) -> None:
    content.damage(tree, content.LOST, old, new)
    language = "en" if new.isascii() else "zh"
    place = content.place(tree, content.LOST, f'{language}: "{"A new card " * new.isascii()}{new}')
    assert faults() == [f"{place}: error number_words"]


@pytest.mark.parametrize(
    "said", ["补领收四十元", "七个工作日办好", "管二十年", "第三天再来", "不用等满一天一夜"]
)
def test_a_figure_that_a_fact_states_and_what_is_none_are_fine(
    tree: Path, faults: Faults, said: str
) -> None:
    content.damage(tree, content.LOST, "补领收费{fee.amount}", said)
    assert faults() == []


def test_a_referral_states_no_figure(tree: Path, faults: Faults) -> None:
    content.damage(tree, "referrals/bank.yaml", "银行卡由银行办理。", "银行三天办好。")
    assert [fault.rpartition(" ")[2] for fault in faults()] == ["number_words"]


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("半", 0.5),
        ("十", 10),
        ("二十三", 23),
        ("一百零五", 105),
        ("两千", 2000),
        ("三万五千", 35_000),
    ],
)
def test_a_chinese_numeral_has_its_value(numeral: str, number: float) -> None:
    assert value(numeral) == number


def test_figures_are_read_with_their_units() -> None:
    found = list(figures_in_words("两个月内交十块钱; half a year, Two working days"))
    assert [(one.number, one.unit) for one in found] == [
        (2, "月"),
        (10, "元"),
        (0.5, "年"),
        (2, "工作日"),
    ]
