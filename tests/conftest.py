"""The shipped content, read and indexed once."""

import pytest

from faq.assembly import Content, load
from faq.assistant import Knowledge
from faq.catalogue import Catalogue
from faq.matching.matcher import Matcher


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
