"""Thumbs in whole turns: shown, pressed, asked why, noted."""

from itertools import count

import pytest

from faq import codes
from faq.assistant import Assistant, Knowledge
from faq.model import Choice, Language, Outcome, Question, Reply
from tests.faq.fakes import FakeJournal, FakeSessions


@pytest.fixture
def journal() -> FakeJournal:
    return FakeJournal()


@pytest.fixture
def assistant(knowledge: Knowledge, journal: FakeJournal) -> Assistant:
    ids = (f"id{number}" for number in count(1))
    return Assistant(knowledge, FakeSessions(), journal, new_id=lambda: next(ids))


async def ask(assistant: Assistant, text: str = "身份证丢了怎么补办") -> Reply:
    return await assistant.ask(Question(text, "test", "chat"))


async def press(assistant: Assistant, choice: Choice) -> Reply:
    return await assistant.choose(Question(choice.code, "test", "chat", Language.ZH))


def thumbs(reply: Reply) -> list[str]:
    return [choice.label for choice in reply.choices if choice.code.startswith("f:")]


async def test_an_answer_has_thumbs_last_that_say_what_they_mean(assistant: Assistant) -> None:
    reply = await ask(assistant)
    last = [choice.label for choice in reply.choices[-2:]]
    assert thumbs(reply) == last == ["👍 有用", "👎 没用"]


async def test_the_sheet_of_a_guide_has_thumbs(assistant: Assistant) -> None:
    assert len(thumbs(await press(assistant, Choice("", "g:temporary_id:ntafcy")))) == 2


@pytest.mark.parametrize("text", ["你好", "龘靐齉爩", "证丢了"])
async def test_what_is_no_answer_has_none(assistant: Assistant, text: str) -> None:
    assert thumbs(await ask(assistant, text)) == []


async def test_a_thumb_up_is_noted_under_the_name_of_the_turn(
    assistant: Assistant, journal: FakeJournal
) -> None:
    reply = await ask(assistant)
    thanks = await press(assistant, reply.choices[-2])
    assert journal.marks == {reply.id: ("up", None)}
    assert thanks.blocks[0].text == assistant.phrase("rated", Language.ZH)


async def test_a_thumb_down_asks_why_in_one_press(
    assistant: Assistant, journal: FakeJournal
) -> None:
    reply = await ask(assistant)
    why = await press(assistant, reply.choices[-1])
    assert len(why.choices) == len(codes.REASONS)
    assert journal.marks == {reply.id: ("down", None)}
    thanks = await press(assistant, why.choices[0])
    assert journal.marks == {reply.id: ("down", "off_topic")}
    assert thanks.outcome is Outcome.GUIDED


async def test_thanks_cannot_be_rated(assistant: Assistant) -> None:
    thanks = await press(assistant, (await ask(assistant)).choices[-2])
    assert thanks.choices == ()
