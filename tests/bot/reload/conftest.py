"""A folder that is edited, and what is made of it."""

from pathlib import Path

import pytest

from bot.reload.building import Built, Job, Live, build
from tests.content import write

QUESTIONS = """questions:
  - {id: q1, text: 补身份证多少钱, kind: in_scope, entries: [card_lost], facets: [fee]}
  - {id: q2, text: 红烧肉的糖色应该用哪一种糖来炒, kind: out_of_scope}
# 完
"""


@pytest.fixture
def edited(own_content: Path) -> Path:
    """A content folder with two questions of its own."""
    (own_content / "tests").mkdir()
    (own_content / "tests" / "all.yaml").write_text(QUESTIONS, "utf-8")
    return own_content


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """Where what is made of it is kept."""
    return tmp_path / "work"


@pytest.fixture
def live(tmp_path_factory: pytest.TempPathFactory, work: Path) -> Live:
    """The content as it was before anybody edited it."""
    former = write(tmp_path_factory.mktemp("former") / "content")
    (former / "tests").mkdir()
    (former / "tests" / "all.yaml").write_text(QUESTIONS, "utf-8")
    built = build(Job(former, work, None), lambda _: None)
    assert isinstance(built, Built)
    return built.live
