import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.storage.memory_outbox import MemoryOutbox
from handlers.messenger.courier import Courier
from handlers.messenger.letters import Letter, Place
from handlers.messenger.meter import NoMeter
from handlers.messenger.outgoing import Outgoing
from handlers.messenger.render import Part
from handlers.messenger.turns import SendLimits, Turns
from tests.clock import FakeClock
from tests.fake_telegram import FakeTelegram
from tests.handlers.messenger.conftest import Conversation


def saying(text: str, chat: int = 7, *, is_urgent: bool = False) -> Letter:
    """A letter of a message for each word."""
    parts = tuple(Part(word, word) for word in text.split())
    return Letter(Place(chat), parts, is_urgent=is_urgent)


@asynccontextmanager
async def going(
    talk: Conversation, *letters: Letter, limits: SendLimits | None = None
) -> AsyncIterator[FakeClock]:
    """What waits goes out; its clock stands still unless it is advanced."""
    clock = FakeClock()
    outbox = MemoryOutbox(clock)
    turns = Turns(limits or SendLimits(0, 0, 0))
    outgoing = Outgoing(outbox, Courier(talk.bot, NoMeter()), turns, look=0.01)
    talk.outbox, talk.outgoing = outbox, outgoing
    for letter in letters:
        talk.fake.store.message(letter.place.chat_id)
        await outgoing.put(letter)
    task = asyncio.create_task(outgoing.run())
    yield clock
    task.cancel()
    await asyncio.wait([task])


async def all_sent(talk: Conversation) -> None:
    async with asyncio.timeout(5):
        while talk.outbox.waiting:
            await asyncio.sleep(0.005)


def seen(fake: FakeTelegram, chat: int = 7) -> list[str]:
    return [one.seen for one in fake.sent(chat)]


async def test_what_waits_is_sent_in_order(talk: Conversation) -> None:
    async with going(talk, saying("1"), saying("2 3"), saying("4")):
        await all_sent(talk)
    assert seen(talk.fake) == ["1", "2", "3", "4"]


async def test_a_chat_that_has_to_wait_does_not_stop_the_others(talk: Conversation) -> None:
    held = talk.fake.hold("sendMessage", chat=7)
    async with going(talk, saying("1"), saying("2"), saying("3", chat=8)):
        await talk.fake.wait_sent(8, 1)
        assert seen(talk.fake) == []
        held.set()
        await all_sent(talk)
    assert seen(talk.fake) == ["1", "2"]


async def test_urgent_letters_go_first(talk: Conversation) -> None:
    async with going(talk, saying("1"), saying("2"), saying("3", is_urgent=True)):
        await all_sent(talk)
    assert seen(talk.fake) == ["3", "1", "2"]


async def test_the_wait_that_telegram_asks_for_is_kept(talk: Conversation) -> None:
    talk.fake.fail("sendMessage", 429, retry_after=1)
    start = asyncio.get_running_loop().time()
    async with going(talk, saying("1")) as clock:
        await talk.fake.wait_for(lambda: talk.fake.called("sendMessage") == 1)
        await asyncio.sleep(0.05)
        clock.advance(1)  # the outbox would give it out; the turn is still not there
        await all_sent(talk)
    assert asyncio.get_running_loop().time() - start >= 1
    assert seen(talk.fake) == ["1"]


async def test_a_fault_is_tried_again_later(talk: Conversation) -> None:
    talk.fake.fail("sendMessage", 500)
    async with going(talk, saying("1")) as clock:
        await talk.fake.wait_for(lambda: talk.fake.called("sendMessage") == 1)
        await asyncio.sleep(0.03)
        assert talk.fake.called("sendMessage") == 1
        clock.advance(1)
        await all_sent(talk)
    assert seen(talk.fake) == ["1"]


async def test_what_telegram_refuses_for_good_is_dropped(talk: Conversation) -> None:
    talk.fake.fail("sendMessage", 403)
    async with going(talk, saying("1"), saying("2")):
        await all_sent(talk)
    assert seen(talk.fake) == ["2"]


@pytest.mark.parametrize(("is_urgent", "copies"), [(False, 2), (True, 5)])
async def test_when_no_receipt_ever_comes_copies_are_few(
    talk: Conversation, caplog: pytest.LogCaptureFixture, *, is_urgent: bool, copies: int
) -> None:
    talk.fake.drop("sendMessage", 99)
    async with going(talk, saying("1", is_urgent=is_urgent)) as clock:
        for _ in range(10):
            clock.advance(15)
            await asyncio.sleep(0.02)
    assert len(seen(talk.fake)) == copies
    assert "not known whether" in caplog.text
    assert not talk.outbox.waiting


async def test_an_emergency_card_is_tried_again_sooner(talk: Conversation) -> None:
    talk.fake.fail("sendMessage", 500, 10)
    async with going(talk, saying("1"), saying("2", chat=8, is_urgent=True)) as clock:
        for _ in range(8):
            clock.advance(2)
            await asyncio.sleep(0.05)
        tried = [given["chat_id"] for name, given in talk.fake.store.calls if name == "sendMessage"]
    assert tried.count("8") > tried.count("7")


async def test_the_limits_hold(talk: Conversation) -> None:
    start = asyncio.get_running_loop().time()
    async with going(talk, saying("1 2"), limits=SendLimits(30, 1, 20)) as clock:
        clock.advance(1)
        await all_sent(talk)
    assert asyncio.get_running_loop().time() - start >= 1


async def test_what_another_version_left_is_dropped(talk: Conversation) -> None:
    talk.fake.store.message(7)
    async with going(talk):
        await talk.outbox.put("telegram:7", "{}", is_urgent=False)
        await talk.outgoing.put(saying("1"))
        await all_sent(talk)
    assert seen(talk.fake) == ["1"]


async def test_a_chat_is_behind_until_all_was_sent(talk: Conversation) -> None:
    async with going(talk, saying("1")):
        assert talk.outgoing.is_behind(Place(7))
        async with asyncio.timeout(5):
            while talk.outgoing.is_behind(Place(7)):
                await asyncio.sleep(0.005)
    assert seen(talk.fake) == ["1"]
