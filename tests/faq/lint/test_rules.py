from pathlib import Path

from faq.assembly import load
from faq.lint import lint
from tests import content
from tests.faq.lint.conftest import Faults


def test_the_small_tree_breaks_no_rule(faults: Faults) -> None:
    assert faults() == []


def test_of_content_that_cannot_be_read_no_rule_for_the_whole_is_run(
    tree: Path, faults: Faults
) -> None:
    content.damage(tree, content.ITEMS, "[介绍信]", "介绍信")
    content.damage(tree, content.LOST, '{fee.amount}。", en', '{fees}。", en')
    assert [fault.rpartition(" ")[2] for fault in faults()] == ["schema"]


def test_problems_come_in_the_order_of_their_places(tree: Path) -> None:
    content.damage(tree, content.LOST, "补领收费{fee.amount}", "补领收费40元")
    content.damage(tree, content.LOST, "\\n费用{fee.amount}", "\\n费用{fees}")
    content.damage(tree, content.ITEMS, "related: [card_check]", "related: [card_none]")
    problems = lint(load(tree))
    assert len(problems) == 3
    assert problems == tuple(sorted(problems))
