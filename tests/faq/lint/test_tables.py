from pathlib import Path

import pytest

from tests import content
from tests.faq.lint.conftest import Faults


@pytest.mark.parametrize(
    ("old", "new"),
    [("{ref: W_NEWS", "{ref: L_ID"), ("{key: GAT", "{key: LNAPP")],
    ids=["source", "channel"],
)
def test_a_key_used_twice_among_the_sources_is_refused(
    tree: Path, faults: Faults, old: str, new: str
) -> None:
    content.damage(tree, content.SOURCES, old, new)
    assert content.SOURCES in [fault.partition(":")[0] for fault in faults()]


def test_a_hotline_that_stands_twice_is_refused(tree: Path, faults: Faults) -> None:
    content.damage(tree, "hotlines.yaml", 'number: "110"', 'number: "12345"')
    assert [fault.partition(":")[0] for fault in faults()] == ["hotlines.yaml"]
