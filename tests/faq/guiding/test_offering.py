"""Guides beside answers, with the shipped content and a whole assistant."""

import pytest

from faq.answering import Answerer
from faq.assistant import Assistant, Knowledge
from faq.deciding import POSSIBLE, decide
from faq.guiding.conversation import Conversation
from faq.guiding.offering import Offering
from faq.model import Alert, Facet, Kind, Language, Match, Outcome, Question, Reply
from tests.faq.fakes import FakeJournal, FakeSessions

BUTTON = "没带证件?一步一步帮我选"


@pytest.fixture
def assistant(knowledge: Knowledge) -> Assistant:
    return Assistant(knowledge, FakeSessions(), FakeJournal())


async def say(assistant: Assistant, *turns: str) -> Reply:
    for turn in turns:
        reply = await assistant.ask(Question(turn, "web", "chat"))
    return reply


def code(reply: Reply, label: str) -> str:
    return next(choice.code for choice in reply.choices if choice.label == label)


@pytest.mark.parametrize(
    "text", ["没带身份证怎么办", "我没带身份证", "身份证丢了急用", "I have no ID with me"]
)
async def test_a_bare_situation_starts_the_guide(assistant: Assistant, text: str) -> None:
    reply = await say(assistant, text)
    assert reply.outcome is Outcome.GUIDED
    assert {"rail_e_temp_proof", "hotel_checkin_without_id"} <= {
        choice.entry for choice in reply.choices
    }


@pytest.mark.parametrize(
    ("text", "entry"),
    [("没带身份证怎么坐高铁", "rail_e_temp_proof"), ("身份证丢了怎么补办", "id_card_lost")],
)
async def test_a_direct_question_is_answered_with_the_guide_as_a_button(
    assistant: Assistant, text: str, entry: str
) -> None:
    reply = await say(assistant, text)
    assert (reply.outcome, reply.entry) == (Outcome.ANSWERED, entry)
    assert code(reply, BUTTON)


def test_where_several_are_offered_the_guide_of_the_likeliest_is_too(knowledge: Knowledge) -> None:
    composer = knowledge.composer(Language.ZH)
    several = [
        Match(topic, Kind.ENTRY, Facet.OVERVIEW, POSSIBLE, 0.5, "")
        for topic in ("neighbour_dispute", "police_mediation")
    ]
    offered = decide(Answerer(composer, Language.ZH), several, is_sure=False)
    reply = Offering(Conversation(composer, Language.ZH)).around(offered, "两家想调解")
    assert reply.outcome is Outcome.OFFERED_CHOICES
    assert reply.choices[-1].code.startswith("g:neighbour_dispute:")


async def test_the_button_knows_what_the_question_said(assistant: Assistant) -> None:
    reply = await say(assistant, "我在沈阳北站,身份证丢了,半小时后的高铁")
    pressed = await assistant.choose(Question(code(reply, BUTTON), "web", "chat"))
    assert pressed.blocks[0].text == "手边有能上网、能刷脸的智能手机吗?"


async def test_a_pressed_answer_offers_the_guide_too(assistant: Assistant) -> None:
    reply = await assistant.choose(Question("e:rail_e_temp_proof:o", "web", "chat"))
    assert code(reply, BUTTON) == "g:temporary_id:"


async def test_a_question_in_between_is_answered_and_the_guide_taken_up_again(
    assistant: Assistant,
) -> None:
    between = await say(assistant, "没带身份证怎么办", "坐火车", "补身份证多少钱")
    assert (between.outcome, between.entry) == (Outcome.ANSWERED, "id_card_lost")
    resumed = await assistant.choose(
        Question(code(between, "接着选:没带证件、证件丢了,急着用"), "web", "chat")
    )
    assert resumed.blocks[0].text == "手边有能上网、能刷脸的智能手机吗?"


async def test_after_a_question_in_between_the_answer_may_be_typed(assistant: Assistant) -> None:
    reply = await say(assistant, "没带身份证怎么办", "坐火车", "补身份证多少钱", "手机没电了")
    assert reply.entry == "rail_paper_temp_proof"


async def test_words_that_mean_nothing_here_have_the_question_asked_again(
    assistant: Assistant,
) -> None:
    reply = await say(assistant, "没带身份证怎么办", "坐火车", "呃呃呃")
    assert [block.text for block in reply.blocks[:2]] == [
        "这句没看懂。请选一个,也可以换个说法:",
        "手边有能上网、能刷脸的智能手机吗?",
    ]


async def test_not_knowing_is_no_question(assistant: Assistant) -> None:
    reply = await say(assistant, "没带身份证怎么办", "坐火车", "我不知道")
    assert reply.outcome is Outcome.GUIDED


@pytest.mark.parametrize("pressed", ["e:rail_e_temp_proof:v", "t:dalian:rail_e_temp_proof:w"])
async def test_a_button_in_between_leaves_the_guide_in_hand(
    assistant: Assistant, pressed: str
) -> None:
    await assistant.choose(Question("g:temporary_id:ntafcy", "web", "chat"))
    between = await assistant.choose(Question(pressed, "web", "chat"))
    assert code(between, "接着选:没带证件、证件丢了,急着用") == "g:temporary_id:ntafcy"
    assert (await say(assistant, "手机没电了")).entry == "rail_paper_temp_proof"


async def test_taking_the_city_back_leaves_the_guide_in_hand(assistant: Assistant) -> None:
    await say(assistant, "在大连坐高铁没带身份证", "没带身份证怎么办", "坐火车", "在大连能办吗")
    dropped = await assistant.choose(Question("k:city", "web", "chat"))
    assert code(dropped, "接着选:没带证件、证件丢了,急着用")


async def test_danger_comes_before_the_guide(assistant: Assistant) -> None:
    reply = await say(assistant, "没带身份证怎么办", "我儿子不见了")
    assert reply.alert is Alert.MISSING


async def test_the_answer_that_belongs_to_a_danger_offers_its_guide(assistant: Assistant) -> None:
    reply = await say(assistant, "我刚被骗了两万")
    assert reply.alert is Alert.FRAUD
    assert reply.entry in {"fraud_stop_payment", "antifraud_96110"}
    assert code(reply, "一步一步帮我选:我被骗了").startswith("g:defrauded:")


async def test_a_plain_reply_is_not_taken_for_a_cry_for_help(assistant: Assistant) -> None:
    reply = await say(assistant, "没带身份证怎么办", "火车")
    assert (reply.alert, reply.outcome) == (None, Outcome.GUIDED)


async def test_a_guide_that_was_left_does_not_come_back(assistant: Assistant) -> None:
    reply = await say(assistant, "没带身份证怎么办", "不选了", "身份证丢了怎么补办")
    assert "接着选" not in "".join(choice.label for choice in reply.choices)


async def test_the_menu_leads_to_the_guides(assistant: Assistant) -> None:
    menu = await assistant.choose(Question("menu", "web", "chat"))
    guides = await assistant.choose(Question(code(menu, "办事指引"), "web", "chat"))
    assert "g:temporary_id:" in {choice.code for choice in guides.choices}
