import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.storage.memory import MemoryUpdates
from bot.storage.memory_outbox import MemoryOutbox
from bot.telegram_api import open_bot
from faq.ports import Claim
from handlers.messenger import updates
from handlers.messenger.courier import Courier
from handlers.messenger.desk import Desk
from handlers.messenger.meter import NoMeter
from handlers.messenger.outgoing import Outgoing
from handlers.messenger.register import KINDS, Messenger
from handlers.messenger.sending import Sender
from handlers.messenger.turns import SendLimits, Turns
from tests.handlers.messenger.conftest import Conversation
from tests.messenger_fakes import BrokenUpdates, FakeAssistant, FixedClock, Waits


def test_only_what_is_handled_is_asked_for() -> None:
    assert KINDS == ("message", "edited_message", "callback_query")


async def test_a_redelivered_update_is_answered_once(talk: Conversation) -> None:
    await talk.fake.say(7, "a")
    talk.fake.store.waiting *= 3
    assert len(await talk.deliver()) == 1


async def test_an_update_in_hand_is_waited_for(talk: Conversation) -> None:
    await talk.fake.say(7, "a")
    update = updates.read(talk.fake.store.waiting[0], talk.bot)
    assert update is not None
    goes_on = asyncio.Event()
    talk.assistant.before = goes_on.wait
    first = asyncio.create_task(talk.messenger.handle(update))
    second = asyncio.create_task(talk.messenger.handle(update))
    await asyncio.sleep(0.01)
    assert not second.done()
    goes_on.set()
    await asyncio.gather(first, second)
    assert len(talk.fake.sent(7)) == 1


async def test_an_update_in_hand_elsewhere_is_waited_for(talk: Conversation) -> None:
    number = await talk.fake.say(7, "a")
    await talk.known.claim(number)
    asking = asyncio.create_task(talk.deliver())
    await asyncio.sleep(0.01)
    assert not asking.done()
    await talk.known.done(number)
    assert await asking == []


async def test_an_update_that_was_handed_back_elsewhere_is_answered_here(
    talk: Conversation,
) -> None:
    number = await talk.fake.say(7, "a")
    await talk.known.claim(number)
    asking = asyncio.create_task(talk.deliver())
    await asyncio.sleep(0.01)
    await talk.known.release(number)
    assert len(await asking) == 1


async def test_an_update_that_is_cut_off_is_handed_back(talk: Conversation) -> None:
    number = await talk.fake.say(7, "a")
    talk.assistant.before = asyncio.Event().wait
    asking = asyncio.create_task(talk.deliver())
    await asyncio.sleep(0.01)
    asking.cancel()
    await asyncio.wait([asking])
    assert await talk.known.claim(number) is Claim.TAKEN


async def test_with_the_storage_down_questions_are_answered(talk: Conversation) -> None:
    talk.messenger = Messenger(talk.desk, BrokenUpdates())
    assert len(await talk.say("a")) == 1


async def test_an_edited_text_is_answered_like_a_new_one(talk: Conversation) -> None:
    await talk.fake.push({"edited_message": talk.fake.store.message(7, text="户口", edit_date=1)})
    (sent,) = await talk.deliver()
    assert sent.seen == "answer to 户口"


async def test_an_edited_location_is_not_answered(talk: Conversation) -> None:
    place = {"longitude": 123.4, "latitude": 41.8}
    await talk.fake.push({"edited_message": talk.fake.store.message(7, location=place)})
    assert await talk.deliver() == []


@pytest.mark.parametrize("kind", ["channel_post", "edited_channel_post", "business_message"])
async def test_other_kinds_are_passed_over(talk: Conversation, kind: str) -> None:
    await talk.fake.push({kind: talk.fake.store.message(7, text="户口")})
    assert await talk.deliver() == []


async def test_an_empty_update_is_passed_over(talk: Conversation) -> None:
    await talk.fake.push({})
    assert await talk.deliver() == []


_JUNK: st.SearchStrategy[object] = (
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just({}) | st.just([])
)


@st.composite
def bent(draw: st.DrawFn) -> dict[str, object]:
    """An update with one part of it replaced by junk."""
    user: dict[str, object] = {"id": 7, "is_bot": False, "first_name": "U", "language_code": "zh"}
    chat: dict[str, object] = {"id": draw(st.sampled_from([7, -7])), "type": "private"}
    message: dict[str, object] = {"message_id": 1, "date": 1, "chat": chat, "from": user}
    message["text"] = "/menu"
    press: dict[str, object] = {"id": "1", "from": user, "message": message, "data": "menu"}
    press["chat_instance"] = "1"
    update: dict[str, object] = {"update_id": draw(st.integers())}
    update |= draw(st.sampled_from([{"message": message}, {"callback_query": press}]))
    part = draw(st.sampled_from([user, chat, message, press]))
    part[draw(st.sampled_from(sorted(part)))] = draw(_JUNK)
    return update


@settings(max_examples=200, deadline=None)
@given(st.lists(bent(), min_size=1, max_size=5))
def test_no_bent_update_raises(bents: list[dict[str, object]]) -> None:
    async def handle_all() -> None:
        bot = open_bot("1:a", "http://127.0.0.1:9")  # not opened: every call fails
        courier, turns = Courier(bot, NoMeter()), Turns(SendLimits(0, 0, 0))
        outgoing = Outgoing(MemoryOutbox(FixedClock()), courier, turns)
        sender = Sender(courier, turns, outgoing, sleep=Waits())
        desk = Desk(bot, FakeAssistant(), sender)
        messenger = Messenger(desk, MemoryUpdates(FixedClock()), sleep=Waits())
        for raw in bents:
            update = updates.read(raw, bot)
            if update is not None:
                await messenger.handle(update)

    asyncio.run(handle_all())
