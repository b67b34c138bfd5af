from pathlib import Path

from tests import content
from tests.faq.lint.conftest import Faults


def test_facts_without_a_source_are_refused(tree: Path, faults: Faults) -> None:
    content.damage(tree, content.ITEMS, "    sources: [{ref: W_NEWS, supports: 核查}]\n", "")
    assert faults() == [f"{content.place(tree, content.ITEMS, 'id: card_check')}: error sources"]


def test_a_number_that_is_not_verified_is_refused(tree: Path, faults: Faults) -> None:
    content.damage(tree, content.ITEMS, 'hotlines: ["12345"]', 'hotlines: ["12345", "96118"]')
    assert faults() == [f"{content.place(tree, content.ITEMS, chr(34) + '96118')}: error sources"]


def test_a_number_that_is_withheld_may_be_kept_with_its_item(tree: Path, faults: Faults) -> None:
    content.damage(tree, content.ITEMS, 'hotlines: ["12345"]', 'hotlines: ["12345", "12123"]')
    assert faults() == []


def test_a_number_of_a_referral_that_is_not_verified_is_refused(tree: Path, faults: Faults) -> None:
    content.damage(tree, "referrals/bank.yaml", "id: bank\n", 'id: bank\nhotlines: ["95588"]\n')
    place = content.place(tree, "referrals/bank.yaml", '"95588')
    assert faults() == [f"{place}: error sources"]
