from pathlib import Path

import pytest

from bot.reload.trial import Asked, helps, replies
from faq.assistant import Knowledge
from faq.matching.matcher import Matcher
from faq.model import Alert, Choice, Facet, Language, Outcome, Reply
from faq.schema.questions import Labelled
from tests.content import catalogue


@pytest.fixture(scope="module")
def knowledge(content: Path) -> Knowledge:
    found = catalogue(content)
    return Knowledge(found, Matcher(found))


async def test_every_question_is_a_new_chat(knowledge: Knowledge) -> None:
    asked = [Asked("a", "身份证丢了怎么补办"), Asked("b", "多少钱")]
    found = await replies(knowledge, asked)
    assert found["a"].entry == "card_lost"
    assert found["b"].outcome is not Outcome.ANSWERED


async def test_the_turns_before_come_first(knowledge: Knowledge) -> None:
    asked = Asked("a", "多少钱", context=("身份证丢了怎么补办",))
    reply = (await replies(knowledge, [asked]))["a"]
    assert (reply.entry, reply.facet) == ("card_lost", Facet.FEE)


def labelled(kind: str, *entries: str, facets: tuple[str, ...] = ()) -> Labelled:
    return Labelled.model_validate(
        {"id": "q", "text": "?", "kind": kind, "entries": entries, "facets": facets}
    )


def reply(outcome: Outcome, entry: str | None = None, **values: object) -> Reply:
    return Reply(outcome, (), Language.ZH, entry=entry, **values)  # type: ignore[arg-type]


OFFER = reply(Outcome.OFFERED_CHOICES, choices=(Choice("补领", "e:lost:o", "lost"),))
RIGHT = reply(Outcome.ANSWERED, "lost", facet=Facet.FEE)


@pytest.mark.parametrize(
    ("question", "given", "does_help"),
    [
        (labelled("in_scope", "lost"), RIGHT, True),
        (labelled("in_scope", "lost", facets=("fee",)), RIGHT, True),
        (labelled("in_scope", "lost", facets=("steps",)), RIGHT, False),
        (labelled("in_scope", "other"), RIGHT, False),
        (labelled("in_scope", "lost"), OFFER, True),
        (labelled("in_scope", "other"), OFFER, False),
        (labelled("in_scope", "lost"), reply(Outcome.NO_MATCH), False),
        (labelled("out_of_scope", "prison"), reply(Outcome.OUT_OF_SCOPE, "prison"), True),
        (labelled("out_of_scope"), reply(Outcome.NO_MATCH), True),
        (labelled("out_of_scope"), RIGHT, False),
        (labelled("emergency"), reply(Outcome.EMERGENCY, alert=Alert.FIRE), True),
        (labelled("emergency"), RIGHT, False),
    ],
)
def test_whether_a_reply_helps(question: Labelled, given: Reply, *, does_help: bool) -> None:
    assert helps(question, given) is does_help
