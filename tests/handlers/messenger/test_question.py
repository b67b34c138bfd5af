from datetime import timedelta

import pytest

from faq.model import Choice, Language, Question
from tests.handlers.messenger.conftest import Conversation
from tests.messenger_fakes import reply_saying


async def test_a_question_is_answered_in_its_chat(talk: Conversation) -> None:
    (sent,) = await talk.say("身份证丢了怎么办")
    assert sent.text == "<b>answer to 身份证丢了怎么办</b>"


async def test_the_core_gets_the_text_and_the_chat(talk: Conversation) -> None:
    await talk.say("身份证丢了", chat=42)
    assert talk.assistant.asked == [Question("身份证丢了", "telegram", "telegram:42", None)]


async def test_the_core_gets_the_age_of_a_message_that_comes_late(talk: Conversation) -> None:
    await talk.say("着火了", date=0)
    (question,) = talk.assistant.asked
    assert question.late is not None
    assert question.late > timedelta(days=1)


@pytest.mark.parametrize(
    ("language_code", "language"),
    [("en", Language.EN), ("zh-hans", Language.ZH), ("zh-TW", Language.ZH_HANT), (None, "zh")],
)
async def test_a_text_without_letters_is_in_the_language_of_the_app(
    talk: Conversation, language_code: str | None, language: Language
) -> None:
    await talk.say("110?", language_code=language_code)
    assert talk.assistant.asked[0].language == language


async def test_buttons_go_under_the_last_part(talk: Conversation) -> None:
    choice = Choice("带什么", "e:id_card:m")
    talk.assistant.reply = reply_saying("甲" * 5000, choices=(choice,))
    first, last = await talk.say("身份证")
    assert (first.buttons, last.buttons) == ((), (("带什么", "e:id_card:m"),))


async def test_links_have_no_preview(talk: Conversation) -> None:
    (sent,) = await talk.say("身份证")
    assert not sent.has_preview


async def test_a_topic_is_answered_in_the_topic(talk: Conversation) -> None:
    (sent,) = await talk.say("身份证", is_topic_message=True, message_thread_id=5)
    assert sent.topic == 5


async def test_an_anonymous_asker_is_answered(talk: Conversation) -> None:
    await talk.fake.push({"message": talk.fake.store.message(7, text="?")})
    (sent,) = await talk.deliver()
    assert sent.seen == "answer to ?"
