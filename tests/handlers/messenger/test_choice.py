from faq.model import Choice, Language
from tests.handlers.messenger.conftest import Conversation
from tests.messenger_fakes import reply_saying


async def test_a_press_is_acknowledged_before_it_is_answered(talk: Conversation) -> None:
    await talk.fake.press(7, "menu")
    await talk.deliver()
    assert [name for name, _ in talk.fake.store.calls] == ["answerCallbackQuery", "sendMessage"]


async def test_a_press_is_answered_with_a_new_message(talk: Conversation) -> None:
    await talk.fake.press(7, "e:id_card:m")
    (sent,) = await talk.deliver()
    assert sent.seen == "chose e:id_card:m"


async def test_a_press_too_old_to_acknowledge_is_answered(talk: Conversation) -> None:
    await talk.fake.press(7, "menu")
    talk.fake.store.queries.clear()
    (sent,) = await talk.deliver()
    assert sent.seen == "chose menu"


async def test_an_unknown_code_is_left_to_the_core(talk: Conversation) -> None:
    await talk.fake.press(7, "\u202e'; DROP TABLE")
    await talk.deliver()
    assert talk.assistant.chosen[0].text == "\u202e'; DROP TABLE"


async def test_a_press_keeps_to_the_language_of_its_message(talk: Conversation) -> None:
    talk.assistant.reply = reply_saying("Lost identity card\n户口", choices=(Choice("x", "menu"),))
    await talk.say("I lost my card")
    await talk.fake.press(7, "menu", language_code="zh")
    await talk.deliver()
    assert talk.assistant.chosen[0].language is Language.EN


async def test_a_press_under_a_vanished_message_is_in_the_language_of_the_app(
    talk: Conversation,
) -> None:
    under = talk.fake.store.message(7) | {"date": 0}
    sender = talk.fake.store.user(7, "zh-hk")
    press = {"id": "q", "chat_instance": "1", "data": "menu", "message": under, "from": sender}
    await talk.fake.push({"callback_query": press})
    await talk.deliver()
    assert talk.assistant.chosen[0].language is Language.ZH_HANT


async def test_a_press_in_no_chat_is_only_acknowledged(talk: Conversation) -> None:
    sender = talk.fake.store.user(7, "zh")
    press = {"id": "q", "chat_instance": "1", "data": "menu", "from": sender}
    await talk.fake.push({"callback_query": press | {"inline_message_id": "1"}})
    await talk.deliver()
    assert [name for name, _ in talk.fake.store.calls] == ["answerCallbackQuery"]
