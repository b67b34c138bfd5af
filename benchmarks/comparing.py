"""Our search beside the peers', over the very same phrasings, names and aliases."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.peers import peers
from benchmarks.questions import Labelled, Sort
from benchmarks.shares import Share, Table, share_of
from faq.assistant import Knowledge
from faq.matching.documents import documents
from faq.matching.matcher import Matcher
from faq.model import Kind


@dataclass(frozen=True, slots=True)
class Found:
    """The topic found first for a question, and its score; an entry would be answered."""

    question: Labelled
    topic: str
    score: float
    is_entry: bool

    @property
    def is_right(self) -> bool:
        """Whether the topic is an acceptable one."""
        return self.topic in self.question.entries


def compare(knowledge: Knowledge, questions: Sequence[Labelled]) -> Table:
    """For us and for every peer: right first among in-scope questions and, at the threshold that
    accepts nine in ten of those, out-of-scope questions that get a false answer.

    A look-alike recognised as another authority's topic is no false answer, for anyone.
    """
    asked = [one for one in questions if one.kind in (Sort.IN_SCOPE, Sort.OUT_OF_SCOPE)]
    subjects = knowledge.matcher.subjects
    of = tuple(documents(knowledge.catalogue, subjects))
    rows = {"ours": compared([_ours(knowledge.matcher, one) for one in asked])}
    for name, peer in peers([document.text for document in of]).items():
        nearest = peer([one.text for one in asked])
        topics = [subjects[of[one.text].subject] for one in nearest]
        rows[name] = compared(
            [
                Found(question, topic.id, near.score, topic.kind is Kind.ENTRY)
                for question, topic, near in zip(asked, topics, nearest, strict=True)
            ]
        )
    return Table("search_and_peers", ("in_scope_right", "accepted", "false_answers"), rows)


def compared(found: Sequence[Found]) -> tuple[Share, Share, Share]:
    """In scope: right first, accepted at the threshold; out of scope: falsely answered there."""
    inside = [one for one in found if one.question.kind is Sort.IN_SCOPE]
    outside = [one for one in found if one.question.kind is Sort.OUT_OF_SCOPE]
    least = threshold([one.score for one in inside])
    return (
        share_of(inside, lambda one: one.is_right),
        share_of(inside, lambda one: one.score >= least),
        share_of(outside, lambda one: one.score >= least and one.is_entry and not one.is_right),
    )


def threshold(scores: Sequence[float]) -> float:
    """The largest score that at least nine in ten of ``scores`` reach."""
    ranked = sorted(scores, reverse=True)
    needed = -(-len(ranked) * 9 // 10)
    return ranked[needed - 1] if ranked else 0.0


def _ours(matcher: Matcher, question: Labelled) -> Found:
    matches = matcher.search(question.text)
    if not matches:
        return Found(question, "", 0.0, is_entry=False)
    best = matches[0]
    return Found(question, best.topic, best.confidence, best.kind is Kind.ENTRY)
