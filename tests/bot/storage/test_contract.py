"""What every engine promises."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage import Storage, UnknownStorage, open_storage
from faq.model import Context, Facet, Outcome
from tests.clock import FakeClock
from tests.replies import ANSWERED, ended

LOST = Context("id_card_lost", Facet.MATERIALS)
PASSPORT = Context("passport_first", Facet.FEE)
LEASE, HALF_HOUR = 60, 30 * 60


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(params=["memory:", "sqlite:///{folder}/var/jingwu.db"], ids=["memory", "sqlite"])
async def storage(
    request: pytest.FixtureRequest, tmp_path: Path, clock: FakeClock
) -> AsyncIterator[Storage]:
    opened = await open_storage(request.param.format(folder=tmp_path), clock)
    yield opened
    await opened.close()


async def test_of_a_new_chat_nothing_is_known(storage: Storage) -> None:
    assert await storage.context("a") is None


async def test_what_an_answer_was_about_is_remembered(storage: Storage) -> None:
    await storage.remember("a", LOST)
    assert await storage.context("a") == LOST


async def test_the_latest_answer_counts(storage: Storage) -> None:
    await storage.remember("a", LOST)
    await storage.remember("a", PASSPORT)
    assert await storage.context("a") == PASSPORT


async def test_chats_are_apart(storage: Storage) -> None:
    await storage.remember("a", LOST)
    await storage.remember("b", PASSPORT)
    assert await storage.context("a") == LOST
    assert await storage.context("c") is None


async def test_a_chat_can_be_forgotten(storage: Storage) -> None:
    await storage.remember("a", LOST)
    await storage.remember("a", None)
    assert await storage.context("a") is None


async def test_forgetting_what_was_never_known_is_no_fault(storage: Storage) -> None:
    await storage.remember("a", None)
    assert await storage.context("a") is None


async def test_deleting_a_chat_leaves_nothing_of_it_and_the_others_alone(
    storage: Storage,
) -> None:
    await storage.remember("a", LOST)
    await storage.remember("b", PASSPORT)
    assert await storage.forget("a")
    assert await storage.context("a") is None
    assert await storage.context("b") == PASSPORT


async def test_deleting_what_was_never_stored_succeeds(storage: Storage) -> None:
    assert await storage.forget("a")


async def test_a_deleted_chat_can_be_remembered_anew(storage: Storage) -> None:
    await storage.remember("a", LOST)
    await storage.forget("a")
    await storage.remember("a", PASSPORT)
    assert await storage.context("a") == PASSPORT


@pytest.mark.parametrize(
    ("seconds", "known"), [(HALF_HOUR - 1, LOST), (HALF_HOUR, None), (10 * HALF_HOUR, None)]
)
async def test_after_half_an_hour_an_answer_is_forgotten(
    storage: Storage, clock: FakeClock, seconds: float, known: Context | None
) -> None:
    await storage.remember("a", LOST)
    clock.advance(seconds)
    assert await storage.context("a") == known


async def test_a_new_answer_starts_the_half_hour_anew(storage: Storage, clock: FakeClock) -> None:
    await storage.remember("a", LOST)
    clock.advance(HALF_HOUR - 1)
    await storage.remember("a", LOST)
    clock.advance(HALF_HOUR - 1)
    assert await storage.context("a") == LOST


@pytest.mark.parametrize("facet", Facet)
async def test_every_facet_comes_back_as_it_was(storage: Storage, facet: Facet) -> None:
    await storage.remember("a", Context("id_card_lost", facet))
    assert await storage.context("a") == Context("id_card_lost", facet)


async def test_an_update_is_claimed_once(storage: Storage) -> None:
    assert [await storage.claim(1), await storage.claim(1), await storage.claim(2)] == [
        True,
        False,
        True,
    ]


async def test_of_many_claims_at_once_one_succeeds(storage: Storage) -> None:
    claims = await asyncio.gather(*(storage.claim(1) for _ in range(20)))
    assert sum(claims) == 1


@pytest.mark.parametrize(("seconds", "free"), [(LEASE - 1, False), (LEASE, True)])
async def test_an_update_is_free_again_when_the_lease_has_run_out(
    storage: Storage, clock: FakeClock, seconds: float, *, free: bool
) -> None:
    await storage.claim(1)
    clock.advance(seconds)
    assert await storage.claim(1) is free


async def test_an_update_taken_over_has_a_lease_of_its_own(
    storage: Storage, clock: FakeClock
) -> None:
    await storage.claim(1)
    clock.advance(LEASE)
    await storage.claim(1)
    clock.advance(LEASE - 1)
    assert not await storage.claim(1)


@pytest.mark.parametrize("seconds", [0, LEASE, 24 * 3600])
async def test_a_handled_update_is_never_handled_again(
    storage: Storage, clock: FakeClock, seconds: float
) -> None:
    await storage.claim(1)
    await storage.done(1)
    clock.advance(seconds)
    assert not await storage.claim(1)


async def test_an_update_may_be_done_that_was_never_claimed(storage: Storage) -> None:
    await storage.done(1)
    assert not await storage.claim(1)


async def test_an_update_may_be_done_twice(storage: Storage) -> None:
    await storage.done(1)
    await storage.done(1)
    assert not await storage.claim(1)


@pytest.mark.parametrize("outcome", Outcome)
async def test_every_outcome_can_be_recorded(storage: Storage, outcome: Outcome) -> None:
    await storage.record("webchat", ended(outcome))


async def test_an_answer_can_be_recorded_twice(storage: Storage) -> None:
    await storage.record("webchat", ANSWERED)
    await storage.record("webchat", ANSWERED)


@pytest.mark.parametrize(
    "url", ["", "jingwu.db", "sqlite://", "sqlite:///", "mysql://a/b", "sqlite:jingwu.db"]
)
async def test_an_address_that_names_no_database_is_refused(url: str, clock: FakeClock) -> None:
    with pytest.raises(UnknownStorage, match="DATABASE_URL"):
        await open_storage(url, clock)
