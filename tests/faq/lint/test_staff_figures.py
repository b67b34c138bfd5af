from pathlib import Path

import pytest

from faq.lint.staff_figures import own_figures
from tests import content
from tests.faq.lint.conftest import Faults


def test_a_figure_in_a_staff_text_is_refused(tree: Path, faults: Faults) -> None:
    content.damage(tree, content.LOST, "补领收费{fee.amount}", "补领收费40元")
    place = content.place(tree, content.LOST, 'zh: "补领收费')
    assert faults() == [f"{place}: error staff_figures"]


@pytest.mark.parametrize("name", ["referrals/bank.yaml", "small_talk/greeting.yaml"])
def test_a_figure_in_the_text_of_another_kind_is_refused(
    tree: Path, faults: Faults, name: str
) -> None:
    content.damage(tree, name, "text: {zh: ", "text: {zh: 每天9点起。")
    assert faults() == [f"{content.place(tree, name, 'zh: 每天')}: error staff_figures"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("收{fee.amount#1}", ()),
        ("打12345问", ()),
        ("遇险打110", ()),
        ("用铁路12306或交管12123", ()),
        ("use the 12306 app", ()),
        ("打12308", ("12308",)),
        ("收40元,7天", ("40", "7")),
        ("收40元", ("40",)),
        ("1. 先去窗口", ("1",)),
    ],
)
def test_known_numbers_and_names_of_apps_are_no_figures(
    tree: Path, text: str, figures: tuple[str, ...]
) -> None:
    assert own_figures(text, content.catalogue(tree).hotlines) == figures
