"""Follow-ups: a question that leaves something out is read with the answer before it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from faq.answering import NEVER_SURE, SURE
from faq.matching.matcher import Matcher
from faq.model import Context, Kind, Match, Topic
from faq.normalise import han_count
from faq.turns import Said, Turns

_TALK = 0.95  # small talk must be this clear to end a subject
_ELSEWHERE = 0.85  # and so must a matter of others that is named
_FEW = 8  # Chinese letters, or words
_SAYS = 1.6  # the score from which a few words say enough without an object
_NOTHING = 1  # letters or words that may be left of a question that only changes one thing


@dataclass(frozen=True, slots=True)
class Follower:
    """Reads questions of one chat; ``context`` is what its last answer was about."""

    matcher: Matcher
    turns: Turns
    context: Context | None

    def topic(self, text: str) -> Topic | None:
        """What ``text`` asks about if all it does is to change one part of what was answered
        last: the facet, the thing or case, the city.
        """
        if self.context is None:
            return None
        if self.matcher.is_bare(text):
            return Topic(self.context.entry, self.matcher.facet(text))
        said = self.turns.read(text)
        if not self._says_nothing_else(said):
            return None
        entry = self._turned(text, said, self.context.entry)
        if entry is None:
            return None
        asks = self.matcher.asks_facet(said.rest)
        return Topic(entry, self.matcher.facet(text) if asks else self.context.facet)

    def is_city_alone(self, text: str) -> bool:
        """Whether ``text`` names a city and follows nothing, so that it asks nothing."""
        said = self.turns.read(text)
        names_subject = said.things or said.cases
        is_alone = bool(said.city) and not names_subject and self._says_nothing_else(said)
        return is_alone and self.context is None

    def city(self, text: str) -> str | None:
        """The city that ``text`` names, else the one named before."""
        before = self.context.city if self.context else None
        return self.turns.read(text).city or before

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

    def sure(self, text: str, matches: Sequence[Match]) -> float:
        """From which confidence on ``text`` is answered: a few words that leave their object out
        and follow nothing must say nearly what a phrasing says.
        """
        leans = self.context is None and _size(text) <= _FEW and self.matcher.leans(text)
        says_much = bool(matches) and matches[0].score >= _SAYS
        says_enough = says_much and not self.matcher.is_marked(text)
        return NEVER_SURE if leans and not says_enough else SURE

    def _turned(self, text: str, said: Said, before: str) -> str | None:
        """The entry that ``said`` turns the last one to, unless ``text`` is clear on its own."""
        if not said.things and not said.cases:
            return before if said.city else None
        entry = self.turns.entry(said, before)
        stands_alone = said.things and not self.matcher.leans(text)
        best = next(iter(self.matcher.search(text)), None) if stands_alone else None
        is_clear = best and best.kind is Kind.ENTRY and best.confidence >= SURE
        return None if best and is_clear and best.topic != entry else entry

    def _says_nothing_else(self, said: Said) -> bool:
        return _size(said.rest) <= _NOTHING or self.matcher.is_bare(said.rest)

    def _leaves(self, text: str, alone: Sequence[Match]) -> bool:
        """Whether ``text`` ends the subject."""
        best = alone[0] if alone else None
        if best is None:
            return False
        if best.kind is Kind.SMALL_TALK:
            return best.confidence >= _TALK
        if best.kind is Kind.ENTRY:
            return False
        names_other = best.confidence >= _ELSEWHERE and self.matcher.names_object(text)
        return names_other or self.matcher.tells(text)


def _size(text: str) -> int:
    return han_count(text) or len(text.split())
