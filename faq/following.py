"""Follow-ups: a question that leaves something out is read with the answer before it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from faq.answering import SURE, SURE_OF_LITTLE
from faq.matching.matcher import Matcher
from faq.model import Context, Kind, Match, Topic
from faq.normalise import han_count

_TALK = 0.95  # small talk must be this clear to end a subject
_ELSEWHERE = 0.85  # and so must a matter of others that is named
_FEW = 8  # Chinese letters, or words


@dataclass(frozen=True, slots=True)
class Follower:
    """Reads questions of one chat; ``context`` is what its last answer was about."""

    matcher: Matcher
    context: Context | None

    def topic(self, text: str) -> Topic | None:
        """What ``text`` asks about if it asks a facet of nothing but the last answer."""
        if self.context is None or not self.matcher.is_bare(text):
            return None
        return Topic(self.context.entry, self.matcher.facet(text))

    def matches(self, text: str) -> tuple[Match, ...]:
        """The matches of ``text``, in the light of the last answer: one slot changes, the others
        stay, so that what asks no facet asks the one before.
        """
        alone = self.matcher.search(text)
        if self.context is None or self._leaves(text, alone):
            return alone
        matches = self.matcher.search(text, after=self.context.entry)
        if self.matcher.asks_facet(text) or not self.matcher.leans(text):
            return matches
        return tuple(replace(match, facet=self.context.facet) for match in matches)

    def sure(self, text: str) -> float:
        """From which confidence on ``text`` is answered: a few words that leave their object out
        and follow nothing must be clearer.
        """
        if self.context is None and _size(text) <= _FEW and self.matcher.leans(text):
            return SURE_OF_LITTLE
        return SURE

    def _leaves(self, text: str, alone: Sequence[Match]) -> bool:
        """Whether ``text`` ends the subject."""
        best = alone[0] if alone else None
        if best is None:
            return False
        if best.kind is Kind.SMALL_TALK:
            return best.confidence >= _TALK
        is_elsewhere = best.kind is not Kind.ENTRY and best.confidence >= _ELSEWHERE
        return is_elsewhere and self.matcher.names_object(text)


def _size(text: str) -> int:
    return han_count(text) or len(text.split())
