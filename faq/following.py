"""Follow-ups: a question that leaves out what it is about is read with the answer before it."""

from dataclasses import dataclass

from faq.answering import SURE
from faq.catalogue import Catalogue
from faq.matching.matcher import Matcher
from faq.model import Context, Kind, Match, Topic
from faq.normalise import han_count

_CLEARLY = 0.85  # small talk and matters of others must be this clear to end a subject
_SHORT = 16  # a longer question that names no object tells a story of its own


@dataclass(frozen=True, slots=True)
class Follower:
    """Reads questions of one chat; ``context`` is what its last answer was about."""

    catalogue: Catalogue
    matcher: Matcher
    context: Context | None

    def topic(self, text: str, matches: tuple[Match, ...]) -> Topic | None:
        """What ``text`` asks about if it follows up the last answer; None if it stands alone."""
        if self.context is None or self.context.entry not in self.catalogue.entries:
            return None
        if self.matcher.is_bare(text):
            return Topic(self.context.entry, self.matcher.facet(text))
        if self._is_elsewhere(matches) or self.matcher.names_object(text):
            return None
        if _size(text) > _SHORT and matches and matches[0].confidence >= SURE:
            return None
        return Topic(self.context.entry, self.matcher.facet(text))

    def widened(self, text: str, matches: tuple[Match, ...]) -> tuple[Match, ...]:
        """The matches of ``text``; where they are unsure, those of it after the last topic's name
        if these are sure.
        """
        if self.context is None or self.context.entry not in self.catalogue.facts:
            return matches
        if not matches or matches[0].confidence >= SURE:
            return matches
        name = self.catalogue.facts[self.context.entry].item.name
        together = self.matcher.search(f"{name} {text}")
        return together if together and together[0].confidence >= SURE else matches

    @staticmethod
    def _is_elsewhere(matches: tuple[Match, ...]) -> bool:
        best = matches[0] if matches else None
        return bool(best and best.kind is not Kind.ENTRY and best.confidence >= _CLEARLY)


def _size(text: str) -> int:
    return han_count(text) or len(text.split())
