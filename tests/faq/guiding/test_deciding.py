"""What is needed and what is in hand, told in one message, with the shipped content."""

import pytest

from faq.assistant import Assistant, Knowledge
from faq.model import Outcome, Question, Reply
from tests.faq.fakes import FakeJournal, FakeSessions


@pytest.fixture
def assistant(knowledge: Knowledge) -> Assistant:
    return Assistant(knowledge, FakeSessions(), FakeJournal())


async def say(assistant: Assistant, text: str) -> Reply:
    return await assistant.ask(Question(text, "web", "chat"))


# What is told, the proof for the need, and what the sheet may not do without.
SHEETS = [
    ("身份证裂了明天飞三亚", "air_temp_boarding_proof", "换领"),
    ("身份证消磁了,明早八点的高铁", "rail_e_temp_proof", "换领"),
    ("身份证掉水里看不清了 两小时后登机", "air_temp_boarding_proof", "机场公安"),
    ("身份证折断了下周考公务员", "id_card_exam_green", "临时居民身份证"),
    ("身份证过期了明早坐高铁", "rail_e_temp_proof", "换领"),
    ("刚发现身份证上个月到期了,今天下午的飞机", "air_paper_proof", "换领"),
    ("身份证正在补办,周末要坐飞机去上海", "air_paper_proof", "临时居民身份证"),
    ("新证还没下来,后天坐火车咋整", "rail_e_temp_proof", "临时居民身份证"),
    ("没办过身份证的小孩 坐飞机要啥", "air_paper_proof", "户口簿"),
    ("在沈阳北站,手机没电,身份证也没带,高铁还有四十分钟", "rail_paper_temp_proof", "人工"),
    ("我是外国人护照丢了 今晚住酒店怎么办", "foreigner_passport_loss", "前台"),
    ("ID card broken, train in an hour", "rail_e_temp_proof", "police window"),
]


@pytest.mark.parametrize(("text", "entry", "says"), SHEETS, ids=[one[0] for one in SHEETS])
async def test_the_proof_for_the_need_comes_before_what_is_wrong_with_the_card(
    assistant: Assistant, text: str, entry: str, says: str
) -> None:
    reply = await say(assistant, text)
    assert (reply.outcome, reply.entry) == (Outcome.GUIDED, entry)
    assert reply.sources
    assert says in "".join(block.text + "".join(block.items) for block in reply.blocks)


async def test_what_was_understood_is_shown_on_the_sheet(assistant: Assistant) -> None:
    reply = await say(assistant, "身份证裂了明天飞三亚")
    assert reply.blocks[1].text == "您说的情况:身份证坏了、刷不出来 / 明天或更晚 / 坐国内飞机"


async def test_where_the_proof_depends_on_more_that_is_asked(assistant: Assistant) -> None:
    reply = await say(assistant, "儿子从来没办过身份证,明天带他坐高铁")
    assert (reply.outcome, reply.blocks[0].text) == (Outcome.GUIDED, "证件是谁的?")


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("我在沈阳北站,身份证丢了,半小时后的高铁", "rail_e_temp_proof"),
        ("身份证裂了怎么换", "id_card_damaged"),
        ("身份证到期了去哪换", "id_card_renewal"),
        ("身份证过期了,现在在酒店前台办不了入住", "hotel_checkin_without_id"),
    ],
)
async def test_an_answer_that_serves_the_need_stands(
    assistant: Assistant, text: str, entry: str
) -> None:
    reply = await say(assistant, text)
    assert (reply.outcome, reply.entry) == (Outcome.ANSWERED, entry)


async def test_what_else_is_asked_about_the_card_is_answered(assistant: Assistant) -> None:
    reply = await say(assistant, "身份证过期了换证要多少钱,月底还要坐飞机")
    assert reply.outcome is Outcome.ANSWERED


@pytest.mark.parametrize("text", ["丢了高铁票怎么办", "飞机上手机丢了", "12123上找不到考场"])
async def test_another_thing_in_the_same_words_is_not_for_the_guide(
    assistant: Assistant, text: str
) -> None:
    assert (await say(assistant, text)).guide == ""
