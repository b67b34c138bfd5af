import pytest

from handlers.messenger.limit import QuestionLimit
from tests.clock import FakeClock
from tests.handlers.messenger.conftest import Conversation


@pytest.fixture
def clock(talk: Conversation) -> FakeClock:
    """Each chat may ask two questions a minute."""
    found = FakeClock()
    talk.set_limit(QuestionLimit(2, found.now))
    return found


async def say(talk: Conversation, *texts: str, chat: int = 7) -> list[str]:
    for text in texts:
        await talk.say(text, chat=chat)
    return [one.seen for one in talk.fake.sent(chat)]


@pytest.mark.usefixtures("clock")
async def test_who_asks_too_much_is_told_once(talk: Conversation) -> None:
    answers = await say(talk, "a", "b", "c", "d", "e")
    assert answers == ["answer to a", "answer to b", "limited zh seconds=30"]


async def test_after_a_while_questions_are_answered_again(
    talk: Conversation, clock: FakeClock
) -> None:
    await say(talk, "a", "b", "c")
    clock.advance(30)
    answers = await say(talk, "d", "e", "f")
    assert answers[3:] == ["answer to d", "limited zh seconds=30"]


@pytest.mark.usefixtures("clock")
async def test_other_chats_are_not_limited_by_it(talk: Conversation) -> None:
    await say(talk, "a", "b", "c")
    assert await say(talk, "a", chat=8) == ["answer to a"]


@pytest.mark.usefixtures("clock")
async def test_in_danger_the_card_is_shown_all_the_same(talk: Conversation) -> None:
    answers = await say(talk, "a", "b", "c", "家里着火了快来人")
    assert "119" in answers[3]
    assert len(answers) == 4


@pytest.mark.usefixtures("clock")
async def test_presses_and_commands_count(talk: Conversation) -> None:
    await say(talk, "/menu")
    await talk.fake.press(7, "menu")
    await talk.deliver()
    await say(talk, "a")
    await talk.fake.press(7, "menu")
    answers = [one.seen for one in await talk.deliver()]
    assert answers == ["chose menu", "chose menu", "limited zh seconds=30"]


def test_only_so_many_chats_are_told() -> None:
    limit = QuestionLimit(1, FakeClock().now)
    for chat in range(10_100):
        limit.is_first_time(chat)
    assert not limit.is_first_time(10_099)
    assert limit.is_first_time(0)
