import pytest

from faq.answering import Answerer
from faq.following import Follower
from faq.knowledge import Knowledge
from faq.model import Context, Facet, Language, Outcome
from faq.referring import is_referred, referred_again


@pytest.fixture
def answerer(knowledge: Knowledge) -> Answerer:
    return Answerer(knowledge.composer(Language.ZH), Language.ZH)


def after(knowledge: Knowledge, entry: str) -> Follower:
    return Follower(knowledge.matcher, knowledge.turns, Context(entry, Facet.OVERVIEW))


@pytest.mark.parametrize(("entry", "expected"), [("bank", True), ("id_card_lost", False)])
def test_only_a_referral_is_one(knowledge: Knowledge, entry: str, *, expected: bool) -> None:
    assert is_referred(knowledge.catalogue, Context(entry, Facet.OVERVIEW)) is expected


def test_half_a_sentence_is_told_where_to_turn_once_more(
    knowledge: Knowledge, answerer: Answerer
) -> None:
    reply = referred_again(after(knowledge, "bank"), answerer, "那我找谁去")
    assert reply is not None
    assert (reply.outcome, reply.entry) == (Outcome.OUT_OF_SCOPE, "bank")


def test_a_whole_question_is_not(knowledge: Knowledge, answerer: Answerer) -> None:
    assert referred_again(after(knowledge, "bank"), answerer, "护照怎么办") is None
