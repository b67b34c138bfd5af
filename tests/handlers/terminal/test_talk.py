import pytest

from faq.model import Language, Question
from handlers.terminal.talk import Talk
from tests.handlers.terminal.fakes import FEE, MENU, WHERE, FakeAssistant


@pytest.fixture
def assistant() -> FakeAssistant:
    assistant = FakeAssistant()
    assistant.choices = (FEE, WHERE)
    return assistant


@pytest.fixture
def talk(assistant: FakeAssistant) -> Talk:
    return Talk(assistant, None)


async def test_it_begins_with_the_greeting(talk: Talk) -> None:
    assert await talk.greet() == "chose start\n\n1. 多少钱\n2. 在哪办"


async def test_a_line_is_a_question(talk: Talk, assistant: FakeAssistant) -> None:
    assert (await talk.turn(" 身份证丢了\n")).startswith("asked 身份证丢了")
    assert assistant.asked == [Question("身份证丢了", "terminal", "terminal")]


async def test_all_turns_are_one_chat_in_the_language_given(assistant: FakeAssistant) -> None:
    talk = Talk(assistant, Language.EN)
    await talk.turn("lost card")
    await talk.turn("1")
    assert [(one.chat, one.language) for one in assistant.asked + assistant.chosen] == [
        ("terminal", Language.EN),
        ("terminal", Language.EN),
    ]


@pytest.mark.parametrize(
    ("number", "code"), [("1", FEE.code), ("2", WHERE.code), (" 02 ", WHERE.code)]
)
async def test_a_number_picks_a_choice(
    talk: Talk, assistant: FakeAssistant, number: str, code: str
) -> None:
    await talk.greet()
    await talk.turn(number)
    assert [one.text for one in assistant.chosen] == ["start", code]
    assert assistant.asked == []


@pytest.mark.parametrize(
    "line", ["0", "3", "-1", "1.", "①", "１", "9" * 5000, ""], ids=lambda x: x[:5]
)
async def test_what_is_no_choice_is_a_question(
    talk: Talk, assistant: FakeAssistant, line: str
) -> None:
    await talk.greet()
    await talk.turn(line)
    assert [one.text for one in assistant.asked] == [line]


async def test_before_there_are_choices_a_number_is_a_question(
    talk: Talk, assistant: FakeAssistant
) -> None:
    await talk.turn("1")
    assert [one.text for one in assistant.asked] == ["1"]


async def test_numbers_are_those_of_the_last_reply(talk: Talk, assistant: FakeAssistant) -> None:
    await talk.turn("身份证丢了")
    assistant.choices = (MENU,)
    await talk.turn("2")
    await talk.turn("1")
    await talk.turn("2")
    assert [one.text for one in assistant.chosen] == [WHERE.code, MENU.code]
    assert [one.text for one in assistant.asked] == ["身份证丢了", "2"]
