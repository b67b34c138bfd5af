import pytest

from tests.fake_telegram.methods import ME
from tests.handlers.messenger.conftest import Conversation

GROUP = -100


async def test_a_group_may_talk_without_the_bot(talk: Conversation) -> None:
    assert await talk.say("身份证丢了", chat=GROUP) == []


async def test_a_mention_is_answered_without_the_name(talk: Conversation) -> None:
    (sent,) = await talk.say("@Jingwu_Bot 身份证丢了", chat=GROUP)
    assert sent.seen == "answer to 身份证丢了"


@pytest.mark.parametrize("name", ["@jingwu_bot2", "@other_bot", "jingwu_bot"])
async def test_another_name_is_no_mention(talk: Conversation, name: str) -> None:
    assert await talk.say(f"{name} 身份证丢了", chat=GROUP) == []


async def test_a_reply_to_the_bot_is_answered(talk: Conversation) -> None:
    before = talk.fake.store.message(GROUP, **{"from": ME, "text": "x"})
    (sent,) = await talk.say("要多久", chat=GROUP, reply_to_message=before)
    assert sent.seen == "answer to 要多久"


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("/menu", ["chose menu"]),
        ("/menu@jingwu_bot", ["chose menu"]),
        ("/settings@jingwu_bot", ["chose help"]),
        ("/settings", []),
        ("/menu@other_bot", []),
    ],
)
async def test_commands_in_a_group(talk: Conversation, text: str, sent: list[str]) -> None:
    assert [one.seen for one in await talk.say(text, chat=GROUP)] == sent


async def test_another_bot_is_not_answered(talk: Conversation) -> None:
    robot = {"id": 5, "is_bot": True, "first_name": "R"}
    message = talk.fake.store.message(GROUP, **{"from": robot, "text": "@jingwu_bot hello"})
    await talk.fake.push({"message": message})
    assert await talk.deliver(GROUP) == []


async def test_an_anonymous_admin_is_answered(talk: Conversation) -> None:
    robot = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    group = {"id": GROUP, "type": "supergroup", "title": "G"}
    parts = {"from": robot, "sender_chat": group, "text": "@jingwu_bot 户口"}
    await talk.fake.push({"message": talk.fake.store.message(GROUP, **parts)})
    assert len(await talk.deliver(GROUP)) == 1


async def test_without_its_name_the_bot_keeps_quiet_in_groups(talk: Conversation) -> None:
    talk.fake.fail("getMe", 500)
    assert await talk.say("@jingwu_bot 身份证丢了", chat=GROUP) == []
