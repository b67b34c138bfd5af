import pytest

from faq.assistant import Assistant, Knowledge
from faq.model import BlockKind, Question
from tests.faq.fakes import FakeJournal, FakeSessions


@pytest.fixture
def assistant(knowledge: Knowledge) -> Assistant:
    return Assistant(knowledge, FakeSessions(), FakeJournal())


@pytest.mark.parametrize(
    "text",
    ["我要报案", "我要举报一个人", "我想报警", "你们收到我的举报了吗", "I want to report a theft"],
)
async def test_who_reports_here_is_told_first_that_nobody_reads_it(
    assistant: Assistant, text: str
) -> None:
    first = (await assistant.ask(Question(text, "test", "chat"))).blocks[0]
    assert "警方看不到" in first.text or "nobody at the police reads it" in first.text
    assert "110" in first.text


@pytest.mark.parametrize("text", ["报案要带什么材料", "我报案的回执丢了", "举报贩毒有奖励吗"])
async def test_a_question_about_reporting_is_answered_as_ever(
    assistant: Assistant, text: str
) -> None:
    first = (await assistant.ask(Question(text, "test", "chat"))).blocks[0]
    assert "警方看不到" not in first.text


async def test_the_card_says_it_once(assistant: Assistant) -> None:
    reply = await assistant.ask(Question("我刚被骗了五千块,我要报案", "test", "chat"))
    said = [block.kind for block in reply.blocks if "警方看不到" in block.text]
    assert said == [BlockKind.CARD]
