import logging

import pytest

from tests.handlers.messenger.conftest import Conversation


async def test_a_flood_is_waited_out(talk: Conversation) -> None:
    talk.fake.fail("sendMessage", 429, retry_after=7)
    assert len(await talk.say("a")) == 1
    assert talk.waits.seconds == [7]


async def test_a_flood_is_never_waited_out_for_more_than_a_minute(talk: Conversation) -> None:
    talk.fake.fail("sendMessage", 429, retry_after=86400)
    await talk.say("a")
    assert talk.waits.seconds == [60]


async def test_a_flood_that_goes_on_is_given_up(talk: Conversation) -> None:
    talk.fake.fail("sendMessage", 429, 9, retry_after=1)
    assert await talk.say("a") == []
    assert talk.fake.called("sendMessage") == 4


async def test_a_server_error_is_tried_again_twice(talk: Conversation) -> None:
    talk.fake.fail("sendMessage", 502, 2)
    assert len(await talk.say("a")) == 1
    assert talk.waits.seconds == [0.5, 2]


async def test_an_outage_is_given_up(talk: Conversation) -> None:
    talk.fake.fail("sendMessage", 500, 9)
    assert await talk.say("a") == []
    assert talk.fake.called("sendMessage") == 3


async def test_a_lost_receipt_costs_one_duplicate_at_most(talk: Conversation) -> None:
    talk.fake.drop("sendMessage", 9)
    assert len(await talk.say("a")) == 2


async def test_a_request_that_got_lost_is_sent_again(talk: Conversation) -> None:
    talk.fake.drop("sendMessage", performs=False)
    assert len(await talk.say("a")) == 1


async def test_an_unreadable_receipt_is_a_receipt(talk: Conversation) -> None:
    talk.fake.garble("sendMessage", b'{"ok": true, "result": {"chat": 5}}')
    await talk.say("a")
    assert talk.fake.called("sendMessage") == 1


async def test_html_telegram_refuses_is_sent_as_plain_text(talk: Conversation) -> None:
    refusal = b'{"ok":false,"description":"Bad Request: can\'t parse entities: x"}'
    talk.fake.garble("sendMessage", refusal, status=400)
    (sent,) = await talk.say("a<b")
    assert (sent.text, sent.parse_mode) == ("answer to a<b", None)


async def test_another_refusal_is_given_up(talk: Conversation) -> None:
    talk.fake.fail("sendMessage", 400, 9)
    await talk.say("a")
    assert talk.fake.called("sendMessage") == 1


async def test_a_blocked_bot_goes_quietly(
    talk: Conversation, caplog: pytest.LogCaptureFixture
) -> None:
    talk.fake.fail("sendMessage", 403)
    await talk.say("a")
    assert talk.fake.called("sendMessage") == 1
    assert caplog.messages == []


async def test_a_group_that_moved_is_answered_where_it_is(talk: Conversation) -> None:
    moved = b'{"ok":false,"description":"x","parameters":{"migrate_to_chat_id":-1009}}'
    talk.fake.store.message(-1009)
    talk.fake.garble("sendMessage", moved, status=400)
    await talk.say("a")
    assert len(talk.fake.sent(-1009)) == 1


async def test_the_log_never_has_the_text(
    talk: Conversation, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    talk.fake.fail("sendMessage", 500, 9)
    await talk.say("canary 210102199001011234")
    assert "canary" not in caplog.text
    assert talk.fake.token not in caplog.text
