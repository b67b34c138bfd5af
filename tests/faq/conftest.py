"""The shipped content, read and indexed once; a small tree of its own for each test."""

from pathlib import Path

import pytest

from faq.assembly import Content, load
from faq.assistant import Knowledge
from faq.catalogue import Catalogue
from faq.matching.matcher import Matcher
from tests import content


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Collect tests/faq/build, which pytest by default takes for a folder of build results."""
    return False if collection_path == Path(__file__).parent / "build" else None


@pytest.fixture(scope="session")
def shipped_content() -> Content:
    return load()


@pytest.fixture(scope="session")
def shipped(shipped_content: Content) -> Catalogue:
    assert shipped_content.catalogue is not None, shipped_content.problems[:5]
    return shipped_content.catalogue


@pytest.fixture(scope="session")
def knowledge(shipped: Catalogue) -> Knowledge:
    return Knowledge(shipped, Matcher(shipped))


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return content.write(tmp_path / "content")
