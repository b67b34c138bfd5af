"""What answers first, where content that is large must be learnt before."""

from pathlib import Path

import pytest

from bot.kept import Kept
from bot.knowledge import open_knowledge
from bot.reload.opening import opened
from bot.reload.reloader import Places
from bot.storage.memory_content import MemoryContent
from faq.safety.learned import packaged
from tests.content import ITEMS, damage, grow
from tests.messenger_fakes import FixedClock

MANY = 50


@pytest.fixture
def store() -> MemoryContent:
    return MemoryContent(FixedClock())


@pytest.fixture
def places(own_content: Path, tmp_path: Path) -> Places:
    """Where the content and what is made of it are; it is large."""
    grow(own_content, MANY)
    return Places(own_content, tmp_path / "work")


async def test_content_that_must_be_learnt_answers_nothing_at_once(
    places: Places, store: MemoryContent
) -> None:
    first = await opened(places, store, at_once=True)
    assert first.standing.live is None
    assert first.unlearnt
    assert first.problems == ()
    assert (await store.switches()).live is None


async def test_learnt_content_answers_at_once(places: Places, store: MemoryContent) -> None:
    open_knowledge(places.content, Kept(places.work))
    first = await opened(places, store, at_once=True)
    assert (first.standing.number, first.unlearnt) == (1, None)


async def test_until_new_content_is_learnt_the_version_before_answers(
    places: Places, store: MemoryContent
) -> None:
    before = await opened(places, store)
    (places.content / "entries/identity_card/card_100.yaml").write_text(
        (places.content / "entries/identity_card/card_100.yaml")
        .read_text("utf-8")
        .replace("怎么办理第100种登记", "第100种登记找谁"),
        "utf-8",
    )
    meanwhile = await opened(places, store, at_once=True)
    assert meanwhile.unlearnt
    assert meanwhile.standing.number == before.standing.number == 1
    after = await opened(places, store)
    assert (after.standing.number, after.unlearnt) == (2, None)


async def test_a_rollback_holds_where_the_version_must_be_learnt_again(
    places: Places, store: MemoryContent
) -> None:
    old = await opened(places, store)
    damage(places.content, ITEMS, "amount: 40元", "amount: 60元")
    new = await opened(places, store)
    assert new.standing.live
    await store.went_live(1, new.standing.live.version)
    elsewhere = Places(places.content, places.work / "empty")
    first = await opened(elsewhere, store, at_once=True)
    assert first.unlearnt
    held = await opened(elsewhere, store)
    assert held.standing.live
    assert old.standing.live
    assert held.standing.live.version == old.standing.live.version


async def test_what_the_first_question_needs_is_there_before_it(
    own_content: Path, work: Path, store: MemoryContent
) -> None:
    packaged.cache_clear()
    assert (await opened(Places(own_content, work), store)).standing.knowledge
    assert packaged.cache_info().currsize == 2
