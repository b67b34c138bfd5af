"""A question handed over to staff, and the way back."""

from dataclasses import replace

import pytest

from bot.storage.memory import MemoryUpdates
from bot.storage.memory_tickets import MemoryTickets
from faq.model import Language
from handlers.messenger.desk import StaffRoom
from tests.clock import FakeClock
from tests.fake_telegram import Sent
from tests.fake_telegram.methods import ME
from tests.handlers.messenger.conftest import Conversation
from tests.messenger_fakes import reply_saying

STAFF, CITIZEN, OFFICER = -500, 7, 99
WORDS = "孩子户口的事,我的号 210102199003078515"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def staffed(talk: Conversation, clock: FakeClock) -> Conversation:
    """A conversation with staff behind it, in which a person was asked for."""
    talk.fake.store.message(STAFF)
    talk.messenger.hand_over_to(StaffRoom(STAFF, MemoryTickets(clock), MemoryUpdates(clock)))
    talk.assistant.reply = replace(reply_saying("打12345"), hands_over=True)
    return talk


async def press(talk: Conversation, code: str, below: Sent | None = None) -> list[Sent]:
    await talk.fake.press(CITIZEN, code, below=below)
    return await talk.deliver(CITIZEN)


async def reply_to(talk: Conversation, sent: Sent, text: str, chat: int = CITIZEN) -> list[Sent]:
    """Reply to a message of the bot; all that was sent to the chat so far."""
    asked = {"message_id": sent.id, "date": 1, "chat": {"id": chat, "type": "private"}}
    asked |= {"from": ME, "text": sent.seen}
    return await talk.say(text, chat, reply_to_message=asked)


async def written(talk: Conversation, words: str = WORDS) -> Sent:
    """Ask for a person, press, write; the question whether to send it."""
    await talk.say("转人工")
    prompt = (await press(talk, "h:ask"))[-1]
    return (await reply_to(talk, prompt, words))[-1]


async def handed_over(talk: Conversation) -> Sent:
    """Write and agree; the ticket as staff see it."""
    await written(talk)
    await press(talk, "h:yes")
    return talk.fake.sent(STAFF)[-1]


async def test_who_asks_for_a_person_can_ask_the_staff(staffed: Conversation) -> None:
    assert (await staffed.say("转人工"))[-1].buttons[-1] == ("handover_offer zh", "h:ask")


async def test_without_a_staff_chat_nothing_is_offered(talk: Conversation) -> None:
    talk.assistant.reply = replace(reply_saying("打12345"), hands_over=True)
    assert (await talk.say("转人工"))[-1].buttons == ()
    await press(talk, "h:ask")
    assert talk.assistant.chosen[-1].text == "h:ask"


async def test_in_a_group_nothing_is_offered(staffed: Conversation) -> None:
    (sent,) = await staffed.say("@jingwu_bot 转人工", -100)
    assert sent.buttons == ()


async def test_what_was_written_is_shown_masked_and_goes_nowhere_before_it_is_agreed_to(
    staffed: Conversation,
) -> None:
    asked = await written(staffed)
    assert asked.seen.startswith("handover_confirm zh\n\n孩子户口的事")
    assert "210102" not in asked.seen
    assert [code for _, code in asked.buttons] == ["h:yes", "h:no"]
    assert staffed.fake.sent(STAFF) == []


async def test_what_is_agreed_to_goes_to_the_staff_without_a_name(staffed: Conversation) -> None:
    ticket = await handed_over(staffed)
    assert ticket.seen.startswith("handover_ticket zh\n\n孩子户口的事")
    assert staffed.fake.sent(CITIZEN)[-1].seen.startswith("handover_sent")


async def test_what_is_sent_twice_is_one_ticket_and_the_second_press_is_told_so(
    staffed: Conversation,
) -> None:
    asked = await written(staffed)
    await press(staffed, "h:yes", asked)
    told = await press(staffed, "h:yes", asked)
    assert [one.seen.split()[0] for one in told[-2:]] == ["handover_sent", "handover_already"]
    assert len(staffed.fake.sent(STAFF)) == 1


async def test_what_was_sent_cannot_be_called_not_sent(staffed: Conversation) -> None:
    asked = await written(staffed)
    await press(staffed, "h:yes", asked)
    assert (await press(staffed, "h:no", asked))[-1].seen.startswith("handover_already")


async def test_what_is_not_agreed_to_can_still_be_sent(staffed: Conversation) -> None:
    asked = await written(staffed)
    await press(staffed, "h:no", asked)
    await press(staffed, "h:yes", asked)
    assert len(staffed.fake.sent(STAFF)) == 1


async def test_what_could_not_be_sent_can_be_sent_again(staffed: Conversation) -> None:
    asked = await written(staffed)
    staffed.fake.fail("sendMessage", 400, 1)
    await press(staffed, "h:yes", asked)
    await press(staffed, "h:yes", asked)
    assert len(staffed.fake.sent(STAFF)) == 1


async def test_what_is_not_agreed_to_is_not_sent(staffed: Conversation) -> None:
    await written(staffed)
    assert (await press(staffed, "h:no"))[-1].seen.startswith("handover_not_sent")
    assert staffed.fake.sent(STAFF) == []


async def test_what_an_officer_replies_comes_back(staffed: Conversation) -> None:
    ticket = await handed_over(staffed)
    told = await reply_to(staffed, ticket, "带户口本来", STAFF)
    assert staffed.fake.sent(CITIZEN)[-1].seen == "handover_reply zh\n带户口本来"
    assert told[-1].seen == "handover_passed_on zh"


async def test_after_a_day_nothing_comes_back(staffed: Conversation, clock: FakeClock) -> None:
    ticket = await handed_over(staffed)
    before = staffed.fake.sent(CITIZEN)
    clock.advance(24 * 3600)
    told = await reply_to(staffed, ticket, "带户口本来", STAFF)
    assert (told[-1].seen, staffed.fake.sent(CITIZEN)) == ("handover_over zh", before)


async def test_what_else_is_said_in_the_staff_chat_is_theirs(staffed: Conversation) -> None:
    ticket = await handed_over(staffed)
    other = replace(ticket, seen="谁值班?")
    await staffed.say("/start", STAFF)
    await staffed.say("@jingwu_bot 身份证丢了", STAFF)
    await reply_to(staffed, other, "我", STAFF)
    assert staffed.fake.sent(STAFF) == [ticket]
    assert [question.text for question in staffed.assistant.asked] == ["转人工"]


async def test_a_citizen_cannot_answer_for_staff(staffed: Conversation) -> None:
    ticket = await handed_over(staffed)
    await reply_to(staffed, ticket, "假的", 8)
    assert "假的" not in staffed.fake.sent(CITIZEN)[-1].seen


async def test_where_staff_cannot_be_reached_that_is_said(staffed: Conversation) -> None:
    await written(staffed)
    staffed.fake.fail("sendMessage", 400, 1)
    assert (await press(staffed, "h:yes"))[-1].seen.startswith("handover_failed")


async def test_in_danger_the_card_comes_before_anything_is_handed_over(
    staffed: Conversation,
) -> None:
    await written(staffed, "有人拿刀要砍我,快来")
    card = staffed.fake.sent(CITIZEN)[-2].seen
    assert "110" in card


async def test_a_reply_to_another_message_is_a_question(staffed: Conversation) -> None:
    sent = (await staffed.say("转人工"))[-1]
    await reply_to(staffed, sent, "身份证丢了")
    assert staffed.assistant.asked[-1].text == "身份证丢了"
    assert staffed.assistant.asked[-1].language in (None, Language.ZH)
