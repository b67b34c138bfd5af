"""A small content folder, and surroundings that decide nothing."""

import os
from pathlib import Path

import pytest

from tests.content import write


@pytest.fixture(autouse=True)
def _a_place_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is written below the working folder is for one test; no variable is set."""
    monkeypatch.chdir(tmp_path)
    for name in os.environ:
        if name.startswith(("JINGWU_", "TELEGRAM_")) or name == "DATABASE_URL":
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content folder that tests share and do not write to."""
    return write(tmp_path_factory.mktemp("shared") / "content")


@pytest.fixture
def own_content(tmp_path: Path) -> Path:
    """The same folder for one test alone."""
    return write(tmp_path / "content")
