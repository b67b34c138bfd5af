from dataclasses import replace

import pytest

from faq.alarm import with_card
from faq.answering import Answerer
from faq.assistant import Assistant, Knowledge
from faq.model import Alert, Facet, Language, Outcome, Question, Reply, Topic
from tests.faq.fakes import FakeJournal, FakeSessions


@pytest.fixture
def assistant(knowledge: Knowledge) -> Assistant:
    return Assistant(knowledge, FakeSessions(), FakeJournal())


async def asked(assistant: Assistant, text: str) -> Reply:
    return await assistant.ask(Question(text, "test", "chat"))


async def test_the_card_comes_before_the_answer_that_belongs_to_the_danger(
    assistant: Assistant,
) -> None:
    reply = await asked(assistant, "孩子丢了")
    assert (reply.outcome, reply.alert) == (Outcome.ANSWERED, Alert.MISSING)
    assert reply.entry in {"missing_person", "lost_found_missing"}
    assert "110" in reply.blocks[0].text


async def test_where_nothing_belongs_to_it_the_card_stands_alone(assistant: Assistant) -> None:
    reply = await asked(assistant, "我不想活了")
    assert (reply.outcome, reply.alert, reply.entry) == (
        Outcome.EMERGENCY,
        Alert.SUICIDE,
        None,
    )


async def test_an_answer_before_does_not_swallow_a_cry(assistant: Assistant) -> None:
    await asked(assistant, "没带身份证怎么坐高铁")
    assert (await asked(assistant, "着火了")).alert is Alert.FIRE


async def test_a_question_beside_the_danger_is_answered_too(assistant: Assistant) -> None:
    reply = await asked(assistant, "刚才有人入室抢劫,我的身份证也被抢走了,身份证丢了怎么补办呢")
    assert (reply.alert, reply.entry) == (Alert.VIOLENCE, "id_card_lost")


def test_what_a_longer_text_may_be_about_is_offered_below_the_card(knowledge: Knowledge) -> None:
    answerer = Answerer(knowledge.composer(Language.ZH), Language.ZH)
    offered = answerer.offer(
        [Topic("dl_renew", Facet.WHERE), Topic("id_card_renewal", Facet.WHERE)]
    )
    longer = Question("楼下着火了浓烟进了屋里,另外我的本快到期了去哪换", "test", "chat")
    reply = with_card(offered, Alert.FIRE, answerer, longer)
    assert (reply.outcome, reply.choices) == (Outcome.OFFERED_CHOICES, offered.choices)
    assert "119" in reply.blocks[0].text


async def test_what_is_surely_asked_in_few_words_is_answered_below_the_card(
    assistant: Assistant,
) -> None:
    reply = await asked(assistant, "着火了,身份证丢了怎么补办")
    assert (reply.alert, reply.entry) == (Alert.FIRE, "id_card_lost")


@pytest.mark.parametrize(
    ("alert", "entry", "confidence", "outcome"),
    [
        (Alert.VIOLENCE, "dog_registration", 0.96, Outcome.ANSWERED),
        (Alert.VIOLENCE, "dog_registration", 0.9, Outcome.EMERGENCY),
        (Alert.SUICIDE, "e_license", 0.96, Outcome.ANSWERED),
        (Alert.SUICIDE, "neighbour_dispute", 0.9, Outcome.EMERGENCY),
    ],
    ids=["quite sure", "less sure", "mistaken for despair", "despair"],
)
def test_a_short_text_is_answered_below_the_card_if_the_answer_is_quite_sure(
    knowledge: Knowledge, alert: Alert, entry: str, confidence: float, outcome: Outcome
) -> None:
    answerer = Answerer(knowledge.composer(Language.ZH), Language.ZH)
    reply = replace(answerer.answer(entry, Facet.OVERVIEW), confidence=confidence)
    carded = with_card(reply, alert, answerer, Question("狗咬人了", "test", "chat"))
    assert (carded.outcome, carded.alert) == (outcome, alert)
