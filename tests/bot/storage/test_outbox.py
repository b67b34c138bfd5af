"""What every engine promises of replies that wait."""

from dataclasses import replace

import pytest

from bot.storage import Storage, open_storage
from faq.ports import Backlog
from tests.bot.storage.conftest import OWNER
from tests.clock import FakeClock

LEASE, HOUR, DAY = 60, 3600, 24 * 3600


async def put(storage: Storage, *replies: tuple[str, str]) -> None:
    """Have replies wait, each a chat and what it is told; one with a ``!`` is urgent."""
    for chat, body in replies:
        await storage.outbox.put(chat, body, is_urgent="!" in body)


async def taken(storage: Storage, limit: int = 100) -> list[str]:
    return [one.body for one in await storage.outbox.take(limit)]


async def test_at_first_nothing_waits(storage: Storage) -> None:
    assert await taken(storage) == []
    assert await storage.outbox.chats() == frozenset()
    assert await storage.outbox.backlog() == Backlog(0, 0.0)


async def test_a_reply_comes_back_as_it_was(storage: Storage, clock: FakeClock) -> None:
    await put(storage, ("a", "你好 😀"))
    clock.advance(5)
    (parcel,) = await storage.outbox.take(1)
    assert (parcel.chat, parcel.body, parcel.is_urgent, parcel.at, parcel.tries) == (
        "a", "你好 😀", False, clock.time - 5, 0,
    )  # fmt: skip


async def test_a_chat_gets_its_replies_one_after_the_other(storage: Storage) -> None:
    await put(storage, ("a", "1"), ("a", "2"), ("b", "3"))
    first = await storage.outbox.take(100)
    assert [one.body for one in first] == ["1", "3"]
    assert await taken(storage) == []
    await storage.outbox.sent(first[0])
    assert await taken(storage) == ["2"]


async def test_urgent_replies_come_first_in_all_and_in_their_chat(storage: Storage) -> None:
    await put(storage, ("a", "1"), ("b", "2"), ("b", "3!"), ("c", "4"))
    assert await taken(storage) == ["3!", "1", "4"]


async def test_no_more_are_taken_than_asked_for(storage: Storage) -> None:
    await put(storage, ("a", "1"), ("b", "2"), ("c", "3"))
    assert [await taken(storage, 2), await taken(storage, 2)] == [["1", "2"], ["3"]]


async def test_a_reply_is_due_again_when_its_time_has_come(
    storage: Storage, clock: FakeClock
) -> None:
    await put(storage, ("a", "one two"), ("a", "3"))
    (parcel,) = await storage.outbox.take(1)
    await storage.outbox.later(replace(parcel, body="two"), 30)
    clock.advance(29)
    assert await taken(storage) == []
    clock.advance(1)
    (again,) = await storage.outbox.take(1)
    assert (again.body, again.tries, again.at) == ("two", 1, parcel.at)


async def test_what_is_in_hand_too_long_may_be_taken_over(
    storage: Storage, clock: FakeClock
) -> None:
    await put(storage, ("a", "1"))
    await storage.outbox.take(1)
    clock.advance(LEASE - 1)
    assert await taken(storage) == []
    clock.advance(1)
    assert await taken(storage) == ["1"]


async def test_a_clock_set_back_holds_no_reply_up(storage: Storage, clock: FakeClock) -> None:
    await put(storage, ("a", "1"), ("b", "2"))
    await storage.outbox.take(1)
    clock.advance(-DAY)
    assert await taken(storage) == ["1", "2"]


async def test_no_reply_waits_longer_than_an_hour_for_its_next_try(
    storage: Storage, clock: FakeClock
) -> None:
    await put(storage, ("a", "1"))
    (parcel,) = await storage.outbox.take(1)
    await storage.outbox.later(parcel, DAY)
    clock.advance(HOUR)
    assert await taken(storage) == ["1"]


async def test_it_is_known_how_much_waits_and_since_when(
    storage: Storage, clock: FakeClock
) -> None:
    began = clock.time
    await put(storage, ("a", "1"))
    clock.advance(7)
    await put(storage, ("b", "2"), ("b", "3"))
    assert await storage.outbox.backlog() == Backlog(3, began)
    assert await storage.outbox.chats() == {"a", "b"}


async def test_after_a_day_a_reply_is_given_up(storage: Storage, clock: FakeClock) -> None:
    await put(storage, ("a", "1"))
    clock.advance(DAY + 1)
    await put(storage, ("a", "2"))
    await storage.sweep()
    assert await taken(storage) == ["2"]


async def test_what_is_gone_can_be_sent_and_put_off(storage: Storage) -> None:
    await put(storage, ("a", "1"))
    (parcel,) = await storage.outbox.take(1)
    await storage.outbox.sent(parcel)
    await storage.outbox.sent(parcel)
    await storage.outbox.later(parcel, 1)
    assert await storage.outbox.backlog() == Backlog(0, 0.0)


@pytest.mark.parametrize("url", ["sqlite", "postgres"], indirect=True)
async def test_replies_survive_a_restart_and_are_free_at_once(
    storage: Storage, url: str, clock: FakeClock
) -> None:
    await put(storage, ("a", "1"))
    await storage.outbox.take(1)
    again = await open_storage(url, clock, OWNER)
    assert await taken(again) == ["1"]
    await again.close()
