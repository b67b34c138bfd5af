"""Every broken tree is refused at its place; the worst also quickly and in little memory."""

from datetime import date
from pathlib import Path

import pytest

from faq.assembly import load
from faq.lint import lint
from faq.model import Level
from tests import content
from tests.broken_trees import broken, every
from tests.broken_trees.__main__ import MEGABYTES, SECONDS, check
from tests.broken_trees.fault import Fault

FAULTS = {fault.name: fault for fault in every()}
_WORST = ("D11-card_lost-bytes-1", "D12-words-bytes-4", "D12-words-bytes-5", "D14-100000-values")


def test_there_are_a_hundred_of_them_and_more() -> None:
    assert len(FAULTS) >= 100


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_broken_tree_is_refused_at_its_place(tmp_path: Path, fault: Fault) -> None:
    root = broken(content.write(tmp_path / "content"), fault)
    errors = [one for one in lint(load(root), date(2026, 11, 29)) if one.level is Level.ERROR]
    found = {(one.path.removeprefix(str(root)), one.rule) for one in errors}
    assert (fault.path, fault.rule) in found, [str(one) for one in errors]


@pytest.mark.parametrize("name", _WORST)
def test_the_worst_are_refused_quickly_and_in_little_memory(tmp_path: Path, name: str) -> None:
    sound = check(content.write(tmp_path / "sound"))
    found = check(broken(content.write(tmp_path / "broken"), FAULTS[name]))
    assert (found.status, found.names(FAULTS[name].path, FAULTS[name].rule)) == (1, True)
    assert found.megabytes - sound.megabytes <= MEGABYTES
    assert found.worked <= SECONDS  # by the processor's time, as other tests run beside it
