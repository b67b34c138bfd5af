"""The shipped content, read and indexed once."""

import pytest

from faq.assembly import Content, load
from faq.assistant import Knowledge
from faq.catalogue import Catalogue
from faq.matching.matcher import Matcher, key_of
from tests import learnt


@pytest.fixture(scope="session")
def shipped_content() -> Content:
    return load()


@pytest.fixture(scope="session")
def shipped(shipped_content: Content) -> Catalogue:
    assert shipped_content.catalogue is not None, shipped_content.problems[:5]
    return shipped_content.catalogue


@pytest.fixture(scope="session")
def knowledge(
    shipped: Catalogue, tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Knowledge:
    """The shipped knowledge, learnt beside the run or by the first process that needs it."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    kept, key = learnt.learn(shipped, learnt.folder(shared / "learnt")), key_of(shipped)
    return Knowledge(shipped, Matcher(shipped, kept.arrays(key), key))
