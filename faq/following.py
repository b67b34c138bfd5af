"""Follow-ups: a question that leaves something out is read with the answer before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from faq import staying
from faq.deciding import POSSIBLE, SURE
from faq.matching.matcher import Matcher
from faq.model import Context, Facet, Kind, Match, Topic
from faq.openness import Openness
from faq.staying import SURELY
from faq.turns import Said, Turns

_PAUSE = re.compile(r"[,，。;；!！?？\s]+")
_ENDS = ",，。;；!！?？~～ "
# How much a whole question leans on the last answer, and half a one; chosen on our own follow-ups
# and on 500 whole questions asked after others.
_LEANS_LEAST, _LEANS_MOST = 0.6, 2.0
_PERHAPS = 0.2  # the chance of being half a sentence from which its form tells what is asked


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
        if self.context is None or self._stands_alone(self.matcher.search(text)):
            return None
        said = self.turns.read(text)
        turned = self.turns.entry(said, self.context.entry) if said.cases else None
        if said.doubts and turned in (None, self.context.entry):
            return Topic(self.context.entry, said.asks or Facet.MATERIALS)
        leaves = self._names_other(text, said, self.context.entry)
        bare = "" if leaves else self._bare(text)
        if bare and turned is None:
            return Topic(self.context.entry, said.asks or self.matcher.facet(bare))
        if leaves or not self._open.says_nothing_else(text, said):
            return None
        entry = self._turned(text, said, self.context.entry)
        if entry is None:
            return None
        asks = self.matcher.facet(text) if self.matcher.asks_facet(said.rest) else None
        return Topic(entry, said.asks or asks or self.context.facet)

    def is_city_alone(self, text: str) -> bool:
        """Whether ``text`` names a city and follows nothing, so that it asks nothing."""
        said = self.turns.read(text)
        names_thing = said.things or said.cases or self.matcher.names_object(text)
        if self.context is not None or not said.city or names_thing:
            return False
        return self._open.says_nothing_else(text, said)

    def city(self, text: str) -> str | None:
        """The city that ``text`` names, else the one named before."""
        before = self.context.city if self.context else None
        return self.turns.read(text).city or before

    def matches(self, text: str) -> tuple[Match, ...]:
        """The matches of ``text``, in the light of the last answer: one slot changes, the others
        stay, so that what asks no facet asks the one before.
        """
        alone = self.matcher.search(text)
        if self.context is None or self._stands_alone(alone):
            return alone
        half = self._open.half(text, alone)
        stays = staying.is_nearly_best(alone, self.context.entry)
        if not stays and staying.leaves(self.matcher, text, alone, half):
            return alone
        lean = _LEANS_LEAST + (_LEANS_MOST - _LEANS_LEAST) * half
        matches = self.matcher.search(text, self.context.entry, lean)
        if stays:
            matches = staying.first(matches, self.context.entry)
        elif half >= SURELY and not self.matcher.names_object(text):
            matches = staying.kept_to(matches, self.context.entry, self.turns.general)
        said = self.turns.read(text)
        if not self.matcher.leans(text) and half < _PERHAPS:
            return matches
        if said.asks is None and self.matcher.asks_facet(said.rest):
            return matches
        kept = self.context
        return tuple(replace(one, facet=said.asks or staying.facet(kept, one)) for one in matches)

    def is_sure(self, text: str, matches: Sequence[Match]) -> bool:
        """Whether ``text`` is answered by its best match; after an answer its confidence tells."""
        if self.context is None:
            return self._open.is_sure(text, matches)
        return bool(matches) and matches[0].confidence >= SURE

    def only_follows(self, text: str) -> bool:
        """Whether ``text`` asks of nothing but what came before it, whatever that was."""
        if self.matcher.is_bare(text):
            return True
        half = self._open.half(text, self.matcher.search(text))
        return half >= SURELY and not self.matcher.names_object(text)

    def _stands_alone(self, alone: Sequence[Match]) -> bool:
        """Whether a text with these matches is read alone, whatever came before it: it says nothing
        (abc), or tells a situation that a guide takes up (我没带身份证).
        """
        if staying.says_nothing(alone, self.turns.idle):
            return True
        best = next(iter(alone), None)
        return best is not None and best.topic in self.turns.guided and best.confidence >= SURE

    @property
    def _open(self) -> Openness:
        return Openness(self.matcher, self.turns)

    def _names_other(self, text: str, said: Said, before: str) -> bool:
        """Whether ``text`` names a thing and is clearly about another entry, though the words it
        ``said`` are those of a facet or a city (无犯罪带什么, 外地车换辽A).
        """
        changes = said.things or said.cases or not self.matcher.names_object(text)
        return not changes and self._is_clear(text, before)

    def _bare(self, text: str) -> str:
        """What ``text`` asks, if it asks a facet of nothing in particular, at once or after some
        words about nothing (辛苦了,要带啥); else nothing.
        """
        if self.matcher.is_bare(text):
            return text
        said = text.strip(_ENDS)
        last = _PAUSE.split(said)[-1]
        if last == said or not self.matcher.is_bare(last):
            return ""
        best = next(iter(self.matcher.search(said.removesuffix(last))), None)
        is_idle = best is None or best.kind is Kind.SMALL_TALK or best.confidence < POSSIBLE
        return last if is_idle else ""

    def _turned(self, text: str, said: Said, before: str) -> str | None:
        """The entry that ``said`` turns the last one to, unless ``text`` is clear on its own."""
        if not said.things and not said.cases:
            return before if said.city or said.asks else None
        entry = self.turns.entry(said, before)
        if entry is None and said.asks and not said.things and self._open.is_open(text, said):
            return before
        is_clear = self._is_clear(text, entry)
        if entry is None and not said.things and self.matcher.leans(text) and not is_clear:
            return before  # a case that makes no difference to it
        stands_alone = entry == before or (said.things and not self.matcher.leans(text))
        return None if stands_alone and is_clear else entry

    def _is_clear(self, text: str, entry: str | None) -> bool:
        """Whether ``text`` is clearly about another entry where it follows nothing."""
        best = next(iter(self.matcher.search(text)), None)
        is_sure = best is not None and best.kind is Kind.ENTRY and best.confidence >= SURE
        return best is not None and is_sure and best.topic != entry
