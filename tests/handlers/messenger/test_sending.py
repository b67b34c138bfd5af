import asyncio
import logging
from dataclasses import replace

import pytest

from faq.model import Alert, Block, BlockKind
from handlers.messenger.letters import from_text
from handlers.messenger.render import Part, Rendered
from handlers.messenger.sending import Place
from tests.fake_telegram.faults import Fault
from tests.handlers.messenger.conftest import Conversation
from tests.messenger_fakes import reply_saying


def waiting(talk: Conversation) -> list[str]:
    """What waits in the outbox, in plain text."""
    bodies = [one.parcel.body for one in talk.outbox.waiting.values()]
    found = [from_text(body, is_urgent=False) for body in bodies]
    return [part.plain for letter in found if letter for part in letter.parts]


async def test_a_flood_is_waited_out_in_the_outbox(talk: Conversation) -> None:
    talk.fake.fail("sendMessage", 429, retry_after=7)
    assert await talk.say("a") == []
    assert waiting(talk) == ["answer to a"]
    assert talk.waits.seconds == []


async def test_a_server_error_is_tried_again_at_once(talk: Conversation) -> None:
    talk.fake.fail("sendMessage", 502)
    assert len(await talk.say("a")) == 1
    assert talk.waits.seconds == [0.5]


async def test_in_an_outage_replies_wait(talk: Conversation) -> None:
    talk.fake.fail("sendMessage", 500, 9)
    assert await talk.say("a") == []
    assert talk.fake.called("sendMessage") == 2
    assert waiting(talk) == ["answer to a"]


async def test_what_comes_after_a_reply_that_waits_waits_behind_it(talk: Conversation) -> None:
    talk.fake.fail("sendMessage", 429, retry_after=7)
    await talk.say("a")
    await talk.say("b")
    assert waiting(talk) == ["answer to a", "answer to b"]
    assert talk.fake.called("sendMessage") == 1


async def test_other_chats_do_not_wait(talk: Conversation) -> None:
    talk.fake.fail("sendMessage", 429, retry_after=7)
    await talk.say("a")
    assert len(await talk.say("b", chat=8)) == 1


async def test_a_token_that_is_refused_loses_no_reply(talk: Conversation) -> None:
    talk.fake.fail("sendMessage", 401, 9)
    await talk.say("a")
    assert waiting(talk) == ["answer to a"]


async def test_a_lost_receipt_costs_a_duplicate(talk: Conversation) -> None:
    talk.fake.drop("sendMessage")
    assert len(await talk.say("a")) == 2


async def test_a_refusal_between_them_costs_no_try(talk: Conversation) -> None:
    talk.fake.drop("sendMessage", performs=False)
    talk.fake.reset("sendMessage", 2)
    await talk.say("a")
    assert waiting(talk) == ["answer to a"]


async def test_a_receipt_that_is_no_receipt_costs_a_duplicate(talk: Conversation) -> None:
    talk.fake.faults.add(Fault("sendMessage", 9, body=b"<html>", performs=True))
    assert len(await talk.say("a")) == 2


async def test_the_second_try_is_not_wasted_on_a_line_that_is_dead(talk: Conversation) -> None:
    talk.fake.drop("sendMessage", 9, performs=False)
    talk.fake.drop("getMe", 9)
    await talk.say("a")
    assert talk.fake.called("sendMessage") == 1
    assert waiting(talk) == ["answer to a"]


async def test_a_request_that_got_lost_is_sent_again(talk: Conversation) -> None:
    talk.fake.drop("sendMessage", performs=False)
    assert len(await talk.say("a")) == 1


async def test_of_two_messages_the_second_alone_waits(talk: Conversation) -> None:
    sent = await talk.messenger_sends(Rendered((Part("<b>1</b>", "1"), Part("2", "2"))), failing=2)
    assert [one.seen for one in sent] == ["1"]
    assert waiting(talk) == ["2"]


async def test_an_unreadable_receipt_is_a_receipt(talk: Conversation) -> None:
    talk.fake.garble("sendMessage", b'{"ok": true, "result": {"chat": 5}}')
    await talk.say("a")
    assert talk.fake.called("sendMessage") == 1


async def test_html_telegram_refuses_is_sent_as_plain_text(talk: Conversation) -> None:
    refusal = b'{"ok":false,"description":"Bad Request: can\'t parse entities: x"}'
    talk.fake.garble("sendMessage", refusal, status=400)
    (sent,) = await talk.say("a<b")
    assert (sent.text, sent.parse_mode) == ("answer to a<b", None)


@pytest.mark.parametrize("status", [400, 403])
async def test_another_refusal_is_given_up(talk: Conversation, status: int) -> None:
    talk.fake.fail("sendMessage", status, 9)
    await talk.say("a")
    assert talk.fake.called("sendMessage") == 1
    assert waiting(talk) == []


async def test_a_blocked_bot_goes_quietly(
    talk: Conversation, caplog: pytest.LogCaptureFixture
) -> None:
    talk.fake.fail("sendMessage", 403)
    await talk.say("a")
    assert caplog.messages == []


async def test_a_group_that_moved_is_answered_where_it_is(talk: Conversation) -> None:
    moved = b'{"ok":false,"description":"x","parameters":{"migrate_to_chat_id":-1009}}'
    talk.fake.store.message(-1009)
    talk.fake.garble("sendMessage", moved, status=400)
    await talk.say("a")
    assert len(talk.fake.sent(-1009)) == 1


async def test_an_emergency_card_does_not_queue_up(talk: Conversation) -> None:
    talk.fake.fail("sendMessage", 500, 2)
    await talk.say("a")
    card = Block(BlockKind.CARD, "拨打119")
    spoken = reply_saying("家里着火")
    talk.assistant.reply = replace(spoken, blocks=(card, *spoken.blocks), alert=Alert.FIRE)
    assert [one.seen for one in await talk.say("b")] == ["拨打119"]
    assert waiting(talk) == ["answer to a", "家里着火"]


async def test_but_it_too_waits_for_the_moment_telegram_named(talk: Conversation) -> None:
    talk.fake.fail("sendMessage", 429, retry_after=30)
    await talk.say("a")
    card = Block(BlockKind.CARD, "拨打119")
    talk.assistant.reply = replace(reply_saying(""), blocks=(card,), alert=Alert.FIRE)
    assert await talk.say("b") == []
    assert waiting(talk) == ["answer to a", "拨打119"]


async def test_when_the_program_ends_what_hangs_goes_to_the_outbox(talk: Conversation) -> None:
    talk.fake.hold("sendMessage")
    sending = asyncio.create_task(talk.say("a"))
    while not talk.fake.called("sendMessage"):
        await asyncio.sleep(0.005)
    talk.sender.hurry()
    async with asyncio.timeout(5):
        await sending
    assert waiting(talk) == ["answer to a"]


async def test_replies_of_one_chat_are_sent_in_order(talk: Conversation) -> None:
    first = talk.fake.hold("sendMessage")
    texts = [Rendered((Part(text, text),)) for text in "123"]
    talk.fake.store.message(7)
    sending = [asyncio.create_task(talk.sender.send(Place(7), one)) for one in texts]
    await asyncio.sleep(0.02)
    first.set()
    await asyncio.gather(*sending)
    assert [one.seen for one in talk.fake.sent(7)] == ["1", "2", "3"]


async def test_the_log_never_has_the_text(
    talk: Conversation, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    talk.fake.fail("sendMessage", 500, 9)
    await talk.say("canary 210102199001011234")
    assert "canary" not in caplog.text
    assert talk.fake.token not in caplog.text
