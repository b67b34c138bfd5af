"""The verdict on one reply to a labelled question."""

from dataclasses import dataclass
from enum import StrEnum

from benchmarks.questions import Labelled
from faq.model import Outcome, Reply


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the reply to it; ``alone`` is the reply to a follow-up without context."""

    question: Labelled
    reply: Reply
    alone: Reply | None = None


class Verdict(StrEnum):
    """How well a reply serves its question."""

    RIGHT = "right"
    OFFERED_RIGHT = "offered_with_right"
    OFFERED_OTHERS = "offered_without"
    WRONG = "wrong"
    SILENT = "silent"


def verdict(question: Labelled, reply: Reply) -> Verdict:
    """The verdict on a reply; a referral to an acceptable entry is right too."""
    if reply.outcome is Outcome.NO_MATCH:
        return Verdict.SILENT
    if reply.outcome is Outcome.OFFERED_CHOICES:
        right = any(choice.entry in question.entries for choice in reply.choices)
        return Verdict.OFFERED_RIGHT if right else Verdict.OFFERED_OTHERS
    settled = is_sure(reply) or reply.outcome is Outcome.OUT_OF_SCOPE
    return Verdict.RIGHT if settled and reply.entry in question.entries else Verdict.WRONG


def is_sure(reply: Reply) -> bool:
    """Whether the reply says one thing about an entry."""
    return reply.outcome in (Outcome.ANSWERED, Outcome.GUIDED) and reply.entry is not None
