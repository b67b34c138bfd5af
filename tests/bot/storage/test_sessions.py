"""What every engine promises of chats."""

import pytest

from bot.storage import Storage
from faq.model import Context, Facet
from tests.clock import FakeClock

LOST = Context("id_card_lost", Facet.MATERIALS)
PASSPORT = Context("passport_first", Facet.FEE)
HALF_HOUR = 30 * 60


async def test_of_a_new_chat_nothing_is_known(storage: Storage) -> None:
    assert await storage.sessions.context("a") is None


async def test_what_an_answer_was_about_is_remembered(storage: Storage) -> None:
    await storage.sessions.remember("a", LOST)
    assert await storage.sessions.context("a") == LOST


@pytest.mark.parametrize("city", [None, "dalian"])
async def test_the_city_an_answer_was_for_is_remembered(storage: Storage, city: str | None) -> None:
    context = Context("id_card_lost", Facet.WHERE, city)
    await storage.sessions.remember("a", context)
    assert await storage.sessions.context("a") == context


async def test_the_latest_answer_counts(storage: Storage) -> None:
    await storage.sessions.remember("a", LOST)
    await storage.sessions.remember("a", PASSPORT)
    assert await storage.sessions.context("a") == PASSPORT


async def test_chats_are_apart(storage: Storage) -> None:
    await storage.sessions.remember("a", LOST)
    await storage.sessions.remember("b", PASSPORT)
    assert await storage.sessions.context("a") == LOST
    assert await storage.sessions.context("c") is None


async def test_a_chat_can_be_forgotten(storage: Storage) -> None:
    await storage.sessions.remember("a", LOST)
    await storage.sessions.remember("a", None)
    assert await storage.sessions.context("a") is None


async def test_forgetting_what_was_never_known_is_no_fault(storage: Storage) -> None:
    await storage.sessions.remember("a", None)
    assert await storage.sessions.context("a") is None


async def test_deleting_a_chat_leaves_nothing_of_it_and_the_others_alone(
    storage: Storage,
) -> None:
    await storage.sessions.remember("a", LOST)
    await storage.sessions.remember("b", PASSPORT)
    assert await storage.sessions.forget("a")
    assert await storage.sessions.context("a") is None
    assert await storage.sessions.context("b") == PASSPORT


async def test_deleting_what_was_never_stored_succeeds(storage: Storage) -> None:
    assert await storage.sessions.forget("a")


async def test_a_deleted_chat_can_be_remembered_anew(storage: Storage) -> None:
    await storage.sessions.remember("a", LOST)
    await storage.sessions.forget("a")
    await storage.sessions.remember("a", PASSPORT)
    assert await storage.sessions.context("a") == PASSPORT


@pytest.mark.parametrize(
    ("seconds", "known"), [(HALF_HOUR - 1, LOST), (HALF_HOUR, None), (10 * HALF_HOUR, None)]
)
async def test_after_half_an_hour_an_answer_is_forgotten(
    storage: Storage, clock: FakeClock, seconds: float, known: Context | None
) -> None:
    await storage.sessions.remember("a", LOST)
    clock.advance(seconds)
    assert await storage.sessions.context("a") == known


async def test_a_new_answer_starts_the_half_hour_anew(storage: Storage, clock: FakeClock) -> None:
    await storage.sessions.remember("a", LOST)
    clock.advance(HALF_HOUR - 1)
    await storage.sessions.remember("a", LOST)
    clock.advance(HALF_HOUR - 1)
    assert await storage.sessions.context("a") == LOST


@pytest.mark.parametrize("facet", Facet)
async def test_every_facet_comes_back_as_it_was(storage: Storage, facet: Facet) -> None:
    await storage.sessions.remember("a", Context("id_card_lost", facet))
    assert await storage.sessions.context("a") == Context("id_card_lost", facet)


async def test_deleting_a_chat_deletes_the_replies_that_wait_for_it(storage: Storage) -> None:
    await storage.outbox.put("a", "a reply", is_urgent=False)
    await storage.outbox.put("b", "another", is_urgent=False)
    await storage.sessions.forget("a")
    assert await storage.outbox.chats() == {"b"}


async def test_a_clock_set_forward_and_back_loses_no_context(
    storage: Storage, clock: FakeClock
) -> None:
    clock.advance(24 * 3600)
    await storage.sessions.remember("a", LOST)
    clock.advance(-24 * 3600)
    assert await storage.sessions.context("a") == LOST


async def test_the_guide_in_hand_is_remembered(storage: Storage) -> None:
    context = Context("id_card_lost", Facet.OVERVIEW, guide="g:temporary_id:ntaf")
    await storage.sessions.remember("chat", context)
    assert await storage.sessions.context("chat") == context
