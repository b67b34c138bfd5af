from pathlib import Path

import pytest

from faq.assistant import Assistant, Knowledge
from faq.following import Follower
from faq.matching.matcher import Matcher
from faq.model import Context, Facet, Kind, Match, Outcome, Question, Topic
from tests import content
from tests.faq.fakes import FakeJournal, FakeSessions

LOST = Context("id_card_lost", Facet.OVERVIEW)


@pytest.fixture
def follower(knowledge: Knowledge) -> Follower:
    """A chat in which a lost identity card was just answered."""
    return Follower(knowledge.catalogue, knowledge.matcher, LOST)


@pytest.fixture
def assistant(knowledge: Knowledge) -> Assistant:
    return Assistant(knowledge, FakeSessions(), FakeJournal())


def asked(follower: Follower, text: str) -> Topic | None:
    return follower.topic(text, follower.matcher.search(text))


@pytest.mark.parametrize(
    ("text", "facet"),
    [("多少钱", Facet.FEE), ("在哪办", Facet.WHERE), ("要带啥", Facet.MATERIALS)],
)
def test_a_question_without_an_object_is_about_the_last_answer(
    follower: Follower, text: str, facet: Facet
) -> None:
    assert asked(follower, text) == Topic("id_card_lost", facet)


@pytest.mark.parametrize("text", ["办护照多少钱", "驾照在哪换", "社保卡丢了去哪补", "谢谢", "你好"])
def test_a_question_that_names_an_object_or_is_small_talk_stands_alone(
    follower: Follower, text: str
) -> None:
    assert asked(follower, text) is None


def test_without_an_answer_before_nothing_is_followed_up(knowledge: Knowledge) -> None:
    assert asked(Follower(knowledge.catalogue, knowledge.matcher, None), "多少钱") is None


def test_what_the_last_answer_was_about_may_be_gone(knowledge: Knowledge) -> None:
    gone = Follower(knowledge.catalogue, knowledge.matcher, Context("gone", Facet.FEE))
    assert asked(gone, "多少钱") is None
    assert gone.widened("多少钱", ()) == ()


def test_sure_matches_are_not_widened(tree: Path) -> None:
    catalogue = content.catalogue(tree)
    follower = Follower(catalogue, Matcher(catalogue), Context("card_lost", Facet.FEE))
    sure: tuple[Match, ...] = (Match("card_check", Kind.ENTRY, Facet.FEE, 0.9, 1.0, ""),)
    assert follower.widened("核查", sure) is sure


async def test_a_bare_question_without_an_answer_before_is_asked_back(
    assistant: Assistant,
) -> None:
    reply = await assistant.ask(Question("多少钱", "test", "new"))
    assert (reply.outcome, reply.entry) == (Outcome.OFFERED_CHOICES, None)


@pytest.mark.parametrize("text", ["护照", "驾照", "身份证?", "证件丢了", "visa"])
async def test_a_word_too_broad_to_answer_gets_choices(assistant: Assistant, text: str) -> None:
    reply = await assistant.ask(Question(text, "test", "new"))
    assert (reply.outcome, reply.entry) == (Outcome.OFFERED_CHOICES, None)
    assert 2 <= len(reply.choices) <= 4
