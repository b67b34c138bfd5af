"""The commands for backup and restore in docs/operation.md, tried on a database in use."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.storage.sqlite import open_sqlite
from faq.model import Context, Facet
from tests.clock import FakeClock

_DOCS = Path(__file__).parents[1] / "docs" / "operation.md"
LOST = Context("id_card_lost", Facet.FEE)


def command(row: str) -> str:
    """What the row of the table says to type for SQLite."""
    found = re.search(rf"^\| {row}[^|]*\| `([^`]+)`", _DOCS.read_text("utf-8"), re.MULTILINE)
    assert found
    return found[1].replace(".venv/bin/python", sys.executable)


async def test_what_was_backed_up_in_use_comes_back_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    storage = await open_sqlite("var/jingwu.db", FakeClock(), "")
    await storage.sessions.remember("before", LOST)
    subprocess.run(command("back up"), shell=True, check=True)
    await storage.sessions.remember("after", LOST)
    subprocess.run(command("restore"), shell=True, check=True)
    assert await storage.sessions.context("before") == LOST
    assert await storage.sessions.context("after") is None
    await storage.close()
