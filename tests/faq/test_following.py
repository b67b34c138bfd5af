import pytest

from faq.assistant import Assistant, Knowledge
from faq.following import Follower
from faq.model import Context, Facet, Kind, Outcome, Question, Topic
from tests.faq.fakes import FakeJournal, FakeSessions

LOST = Context("id_card_lost", Facet.OVERVIEW)


@pytest.fixture
def follower(knowledge: Knowledge) -> Follower:
    """A chat in which a lost identity card was just answered."""
    return Follower(knowledge.matcher, LOST)


@pytest.fixture
def assistant(knowledge: Knowledge) -> Assistant:
    return Assistant(knowledge, FakeSessions(), FakeJournal())


@pytest.mark.parametrize(
    ("text", "facet"),
    [("多少钱", Facet.FEE), ("在哪办", Facet.WHERE), ("要带啥", Facet.MATERIALS)],
)
def test_a_bare_facet_is_asked_of_the_last_answer(
    follower: Follower, text: str, facet: Facet
) -> None:
    assert follower.topic(text) == Topic("id_card_lost", facet)


@pytest.mark.parametrize("text", ["办护照多少钱", "那飞机呢", "谢谢"])
def test_what_says_more_than_a_facet_is_searched(follower: Follower, text: str) -> None:
    assert follower.topic(text) is None


@pytest.mark.parametrize(
    ("text", "topic"),
    [("能让我媳妇替我去不", "id_card_lost"), ("办护照要多少钱", "passport_first")],
)
def test_what_names_no_object_stays_with_the_last_answer(
    follower: Follower, text: str, topic: str
) -> None:
    assert follower.matches(text)[0].topic == topic


@pytest.mark.parametrize(
    ("text", "kind"),
    [("社保卡丢了去哪补", Kind.REFERRAL), ("谢谢", Kind.SMALL_TALK), ("你好", Kind.SMALL_TALK)],
)
def test_small_talk_and_a_matter_of_others_that_is_named_stand_alone(
    follower: Follower, text: str, kind: Kind
) -> None:
    assert follower.matches(text)[0].kind is kind


def test_what_asks_no_facet_asks_the_one_before(knowledge: Knowledge) -> None:
    train = Follower(knowledge.matcher, Context("rail_e_temp_proof", Facet.VALIDITY))
    assert train.matches("那飞机呢")[0].facet is Facet.VALIDITY


def test_without_an_answer_before_nothing_is_followed_up(knowledge: Knowledge) -> None:
    follower = Follower(knowledge.matcher, None)
    assert follower.topic("多少钱") is None
    assert follower.matches("办护照要多少钱") == knowledge.matcher.search("办护照要多少钱")


async def test_what_the_last_answer_was_about_may_be_gone(knowledge: Knowledge) -> None:
    sessions = FakeSessions()
    await sessions.remember("chat", Context("gone", Facet.FEE))
    reply = await Assistant(knowledge, sessions, FakeJournal()).ask(
        Question("多少钱", "test", "chat")
    )
    assert (reply.outcome, reply.entry) == (Outcome.OFFERED_CHOICES, None)


async def test_a_bare_question_without_an_answer_before_is_asked_back(
    assistant: Assistant,
) -> None:
    reply = await assistant.ask(Question("多少钱", "test", "new"))
    assert (reply.outcome, reply.entry) == (Outcome.OFFERED_CHOICES, None)
    assert {choice.facet for choice in reply.choices} <= {Facet.FEE, Facet.OVERVIEW}


@pytest.mark.parametrize("text", ["护照", "驾照", "身份证?", "证件丢了", "visa"])
async def test_a_word_too_broad_to_answer_gets_choices(assistant: Assistant, text: str) -> None:
    reply = await assistant.ask(Question(text, "test", "new"))
    assert (reply.outcome, reply.entry) == (Outcome.OFFERED_CHOICES, None)
    assert 2 <= len(reply.choices) <= 5


@pytest.mark.parametrize("text", ["那飞机呢", "他能代办不", "过期了呢"])
async def test_a_few_words_that_follow_nothing_get_no_sure_answer(
    assistant: Assistant, text: str
) -> None:
    assert (await assistant.ask(Question(text, "test", "new"))).outcome is not Outcome.ANSWERED
