from dataclasses import replace

import pytest

from faq.answering import Answerer
from faq.composing import Composer
from faq.deciding import decide
from faq.knowledge import Knowledge
from faq.leading import led
from faq.model import Facet, Kind, Language, Match, Outcome, Reply
from faq.schema.leading import LeadingFile


@pytest.fixture
def answerer(knowledge: Knowledge) -> Answerer:
    return Answerer(knowledge.composer(Language.ZH), Language.ZH)


def match(topic: str, confidence: float, kind: Kind = Kind.ENTRY) -> Match:
    return Match(topic, kind, Facet.OVERVIEW, confidence, confidence, "")


def unsure(answerer: Answerer, *topics: str, confidence: float = 0.5) -> Reply:
    """What is offered where nothing is sure."""
    reply = decide(answerer, [match(topic, confidence) for topic in topics])
    assert reply.outcome is Outcome.OFFERED_CHOICES
    return reply


def test_what_the_law_says_of_an_offence_is_for_a_lawyer(answerer: Answerer) -> None:
    reply = led(unsure(answerer, "dl_first", "dl_lost"), "替考会判几年", answerer)
    assert (reply.outcome, reply.entry) == (Outcome.OUT_OF_SCOPE, "lawyer_legal_aid")
    assert "12348" in reply.blocks[0].text


def test_an_entry_that_fits_and_was_thought_of_comes_first(answerer: Answerer) -> None:
    reply = led(unsure(answerer, "dl_first", "violation_check"), "超载怎么处罚", answerer)
    assert (reply.outcome, reply.entry, reply.facet) == (
        Outcome.ANSWERED,
        "violation_check",
        Facet.LEGAL,
    )


def test_an_entry_hardly_thought_of_does_not(answerer: Answerer) -> None:
    offered = unsure(answerer, "dl_first", "violation_check", confidence=0.3)
    assert led(offered, "这样合法吗", answerer).entry == "lawyer_legal_aid"


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("网上说收分的是不是骗子", "antifraud_96110"),
        ("看见有人卖假证找谁举报", "case_report"),
        ("我被人敲诈了怎么办", "case_report"),
        ("有人拿我身份证注册公司", "personal_info_police"),
        ("拖车的管我要钱", "hotline_12345"),
        ("我哥想自首", "case_report"),
        ("前妻不让见孩子", "court"),
        ("捡到的证件交给谁", "lost_property"),
        ("驾照是真是假", "hotline_12345"),
        ("somebody is blackmailing me, what should I do", "case_report"),
    ],
)
def test_a_fraud_line_or_the_police_are_led_to(answerer: Answerer, text: str, entry: str) -> None:
    assert led(unsure(answerer, "dl_first", "dl_lost"), text, answerer).entry == entry


def test_what_was_offered_stays_below(answerer: Answerer) -> None:
    reply = led(unsure(answerer, "dl_first", "dl_lost"), "替考犯法吗", answerer)
    assert {"dl_first", "dl_lost"} <= {one.entry for one in reply.choices}


@pytest.mark.parametrize("text", ["驾照怎么办", "我的证弄脏了咋办", "哪里能照相"])
def test_a_question_that_names_no_wrong_is_offered_as_ever(answerer: Answerer, text: str) -> None:
    offered = unsure(answerer, "dl_first", "dl_lost")
    assert led(offered, text, answerer) is offered


@pytest.mark.parametrize("text", ["罚款被罚了两次怎么查", "怎么才能不被扣分"])
def test_a_word_in_another_that_means_something_else_does_not_count(
    answerer: Answerer, text: str
) -> None:
    offered = unsure(answerer, "dl_first", "dl_lost")
    assert led(offered, text, answerer) is offered


def test_content_without_ways_leads_nowhere(answerer: Answerer) -> None:
    composer = answerer.composer
    bare = replace(composer.catalogue, leading=LeadingFile())
    offered = unsure(answerer, "dl_first", "dl_lost")
    nowhere = replace(answerer, composer=Composer(bare, composer.language))
    assert led(offered, "替考会判几年", nowhere) is offered


def test_a_sure_answer_stays(answerer: Answerer) -> None:
    sure = decide(answerer, [match("dl_first", 0.9)])
    assert led(sure, "替考会判几年", answerer) is sure


def test_a_broad_question_is_asked_back_first(answerer: Answerer) -> None:
    name = next(iter(answerer.composer.catalogue.clarifications))
    broad = decide(answerer, [match(name, 0.9, Kind.CLARIFICATION)])
    assert led(broad, "我要举报", answerer) is broad


def test_a_broad_question_that_names_the_wrong_is_not_asked_back(answerer: Answerer) -> None:
    name = next(iter(answerer.composer.catalogue.clarifications))
    broad = decide(answerer, [match(name, 0.9, Kind.CLARIFICATION)])
    assert led(broad, "有人开赌场,我要举报", answerer).entry == "case_report"


def test_the_likeliest_is_answered_where_it_helps_against_wrongs(answerer: Answerer) -> None:
    reply = led(unsure(answerer, "case_report", "dl_lost"), "楼下有人偷电瓶", answerer)
    assert (reply.outcome, reply.entry) == (Outcome.ANSWERED, "case_report")


def test_without_a_wrong_it_is_offered(answerer: Answerer) -> None:
    offered = unsure(answerer, "personal_info_police", "dl_lost")
    assert led(offered, "房东要复印件", answerer) is offered
