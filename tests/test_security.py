"""docs/security.md names a test for each threat; each must exist."""

import re
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]
_ROWS = [
    line.split(" | ")
    for line in (_ROOT / "docs" / "security.md").read_text("utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| Threat")
]


def test_there_are_threats() -> None:
    assert len(_ROWS) > 40


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row[0][2:40])
def test_each_threat_has_a_test_that_exists(row: list[str]) -> None:
    _, _, proof = row
    found = re.fullmatch(r"`(tests/[\w/]+\.py)::(test_\w+)` \|", proof)
    assert found
    file, name = found.groups()
    assert re.search(rf"^(async )?def {name}\(", (_ROOT / file).read_text("utf-8"), re.MULTILINE)
