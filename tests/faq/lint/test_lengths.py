from pathlib import Path

from faq.lint.lengths import units
from tests import content
from tests.faq.lint.conftest import Faults


def test_an_answer_too_long_for_one_message_is_refused(tree: Path, faults: Faults) -> None:
    content.damage(tree, content.LOST, "补领收费{fee.amount}", "补" * 3990)
    assert faults() == []
    content.damage(tree, content.ITEMS, "居民身份证法第十一条", "法" * 200)
    place = content.place(tree, content.LOST, "fee:\n    staff")
    assert faults() == [f"{place}: error lengths"]


def test_a_letter_of_two_units_counts_twice() -> None:
    assert units("a证😀") == 4
