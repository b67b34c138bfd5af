"""A small tree of its own for each test."""

from pathlib import Path

import pytest

from tests import content


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Collect tests/faq/build, which pytest by default takes for a folder of build results."""
    return False if collection_path == Path(__file__).parent / "build" else None


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return content.write(tmp_path / "content")
