import pytest

from tests.handlers.messenger.conftest import Conversation


async def test_a_failure_is_apologised_for(talk: Conversation) -> None:
    talk.assistant.error = ValueError("boom")
    await talk.fake.say(7, "canary")
    talk.fake.store.waiting[0]["update_id"] = 0x12ABCD
    (sent,) = await talk.deliver()
    assert sent.seen == "failed zh reference=T12ABCD"


async def test_a_failure_does_not_keep_the_card_from_a_cry_for_help(talk: Conversation) -> None:
    talk.assistant.error = ValueError("boom")
    card, apology = await talk.say("有人拿刀追我")
    assert card.seen.startswith("请马上打 110")
    assert not card.has_preview
    assert apology.seen.startswith("failed")


async def test_the_log_says_where_but_not_what(
    talk: Conversation, caplog: pytest.LogCaptureFixture
) -> None:
    talk.assistant.error = ValueError("canary")
    await talk.say("canary")
    (line,) = caplog.messages
    assert "ValueError at" in line
    assert "question.py" in line
    assert "canary" not in caplog.text


async def test_the_next_update_of_the_chat_is_answered(talk: Conversation) -> None:
    talk.assistant.error = ValueError("boom")
    await talk.say("a")
    talk.assistant.error = None
    assert (await talk.say("b"))[-1].seen == "answer to b"


async def test_a_failed_update_is_not_answered_again(talk: Conversation) -> None:
    talk.assistant.error = ValueError("boom")
    await talk.fake.say(7, "a")
    talk.fake.store.waiting *= 2
    assert len(await talk.deliver()) == 1
