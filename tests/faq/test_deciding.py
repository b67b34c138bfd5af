from pathlib import Path

import pytest

from faq.answering import Answerer
from faq.codes import Command, decode
from faq.composing import Composer
from faq.deciding import POSSIBLE, SURE, decide
from faq.model import BlockKind, Facet, Kind, Language, Match, Outcome
from tests import content

SURELY, PERHAPS, HARDLY = SURE, POSSIBLE, POSSIBLE - 0.01


@pytest.fixture
def answerer(tree: Path) -> Answerer:
    return Answerer(Composer(content.catalogue(tree), "zh"), Language.ZH)


def match(
    topic: str,
    confidence: float,
    *,
    kind: Kind = Kind.ENTRY,
    facet: Facet = Facet.OVERVIEW,
) -> Match:
    return Match(topic, kind, facet, confidence, score=confidence, phrasing="")


def test_a_sure_match_is_answered(answerer: Answerer) -> None:
    matches = (match("card_lost", SURELY, facet=Facet.FEE), match("card_check", PERHAPS))
    reply = decide(answerer, matches)
    assert (reply.outcome, reply.entry, reply.facet, reply.confidence) == (
        Outcome.ANSWERED,
        "card_lost",
        Facet.FEE,
        SURELY,
    )
    assert (reply.blocks[0].text, reply.why) == ("补领收费40元。", matches)


def test_a_match_that_is_not_sure_is_offered_with_the_next(answerer: Answerer) -> None:
    matches = (match("card_lost", SURELY - 0.01, facet=Facet.FEE), match("card_check", PERHAPS))
    reply = decide(answerer, matches)
    assert (reply.outcome, reply.entry, reply.facet) == (Outcome.OFFERED_CHOICES, None, None)
    assert [(one.label, one.entry, one.facet) for one in reply.choices] == [
        ("身份证补领", "card_lost", Facet.FEE),
        ("身份证核查", "card_check", Facet.OVERVIEW),
    ]


def test_no_more_than_four_are_offered(answerer: Answerer) -> None:
    matches = [match("card_lost", PERHAPS), *[match("card_check", PERHAPS)] * 7]
    assert len(decide(answerer, matches).choices) == 4


def test_referrals_are_not_among_what_is_offered(answerer: Answerer) -> None:
    bank = match("bank", PERHAPS, kind=Kind.REFERRAL)
    matches = (match("card_lost", PERHAPS), bank, match("card_check", PERHAPS))
    offered = [choice.entry for choice in decide(answerer, matches).choices]
    assert offered == ["card_lost", "card_check"]


def test_one_alone_is_not_offered_as_a_choice(answerer: Answerer) -> None:
    bank = match("bank", PERHAPS, kind=Kind.REFERRAL)
    reply = decide(answerer, (match("card_lost", PERHAPS), bank))
    assert reply.outcome is not Outcome.OFFERED_CHOICES or len(reply.choices) >= 2


def test_what_another_authority_handles_is_out_of_scope_with_the_referrals_id(
    answerer: Answerer,
) -> None:
    reply = decide(answerer, (match("bank", SURELY, kind=Kind.REFERRAL),))
    assert (reply.outcome, reply.entry, reply.blocks[0].text) == (
        Outcome.OUT_OF_SCOPE,
        "bank",
        "银行卡由银行办理。",
    )


def test_entries_that_may_be_meant_as_well_as_a_matter_of_others_are_offered(
    answerer: Answerer,
) -> None:
    bank = match("bank", SURELY, kind=Kind.REFERRAL)
    likely, unlikely = match("card_lost", 0.4), match("card_lost", 0.3)
    far = match("card_check", PERHAPS)
    assert decide(answerer, (bank, likely, far)).outcome is Outcome.OFFERED_CHOICES
    assert decide(answerer, (bank, unlikely, far)).outcome is Outcome.OUT_OF_SCOPE


def test_an_entry_that_sends_elsewhere_is_out_of_scope_and_keeps_its_facts(
    answerer: Answerer,
) -> None:
    reply = decide(answerer, (match("card_check", SURELY, kind=Kind.REFERRAL),))
    assert (reply.outcome, reply.entry) == (Outcome.OUT_OF_SCOPE, "card_check")
    assert [source.title for source in reply.sources] == ["某报报道"]


def test_a_look_alike_is_out_of_scope_and_no_referral(answerer: Answerer) -> None:
    reply = decide(answerer, (match("dream", SURELY, kind=Kind.FRAME),))
    lead = answerer.composer.phrase("out_of_scope")
    assert (reply.outcome, reply.blocks[0].text) == (Outcome.OUT_OF_SCOPE, lead)
    assert (reply.entry, reply.facet) == (None, None)


def test_small_talk_is_answered_in_kind(answerer: Answerer) -> None:
    reply = decide(answerer, (match("greeting", SURELY, kind=Kind.SMALL_TALK),))
    assert (reply.outcome, reply.entry, reply.blocks[0].text) == (
        Outcome.SMALL_TALK,
        None,
        "您好。",
    )


@pytest.mark.parametrize("matches", [(), (match("card_lost", HARDLY),)], ids=["none", "unlikely"])
def test_without_a_likely_match_the_reply_says_so_and_where_to_ask(
    answerer: Answerer, matches: tuple[Match, ...]
) -> None:
    reply = decide(answerer, matches)
    assert (reply.outcome, reply.entry) == (Outcome.NO_MATCH, None)
    assert "12345" in reply.blocks[1].text
    assert [decode(choice.code) for choice in reply.choices] == [Command("menu"), Command("human")]


def test_a_broad_question_is_asked_back_with_its_choices(answerer: Answerer) -> None:
    broad = Match("which_card", Kind.CLARIFICATION, Facet.FEE, 0.9, 1.0, "")
    reply = decide(answerer, [broad])
    assert reply.outcome is Outcome.OFFERED_CHOICES
    assert reply.blocks[0].text == "您要办身份证的哪件事?"
    assert [choice.entry for choice in reply.choices] == ["card_lost", "card_check"]


def test_the_likelier_choices_of_a_broad_question_come_first(answerer: Answerer) -> None:
    broad = match("which_card", SURELY, kind=Kind.CLARIFICATION)
    reply = decide(answerer, (broad, match("card_check", HARDLY)))
    assert [choice.entry for choice in reply.choices] == ["card_check", "card_lost"]


def test_a_choice_without_the_facet_asked_leads_to_its_overview(answerer: Answerer) -> None:
    broad = Match("which_card", Kind.CLARIFICATION, Facet.PROGRESS, 0.9, 1.0, "")
    assert {choice.facet for choice in decide(answerer, [broad]).choices} == {Facet.OVERVIEW}


def test_what_is_sure_but_too_broad_is_asked_back_as_the_broad_question(answerer: Answerer) -> None:
    broad = match("which_card", HARDLY, kind=Kind.CLARIFICATION)
    reply = decide(answerer, (match("card_lost", SURELY), broad), is_sure=False)
    assert reply.blocks[0].text == "您要办身份证的哪件事?"


def test_every_reply_begins_with_its_lead(answerer: Answerer) -> None:
    kinds = (("card_lost", Kind.ENTRY), ("bank", Kind.REFERRAL), ("dream", Kind.FRAME))
    replies = [decide(answerer, (match(topic, SURELY, kind=kind),)) for topic, kind in kinds]
    assert {reply.blocks[0].kind for reply in [*replies, answerer.no_match()]} == {BlockKind.LEAD}
