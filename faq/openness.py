"""What a text leaves open where nothing came before it: its object, which of several entries it
means, or all but one thing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from faq.matching import breadth, halves, sureness
from faq.matching.matcher import Matcher
from faq.model import Kind, Match
from faq.normalise import han_count
from faq.turns import Said, Turns

# The chance of being what is asked from which an entry is answered; chosen on our own questions,
# of which more are broad or half than of those that people ask, and on dev (ADR 23).
_ENOUGH = 0.5
_FEW = 3  # letters or words of its own, with which a text may still say nearly nothing
_KNOWN = 0.75  # the confidence from which a few words are about something else
_A_WORD = 2  # letters that a word of another script counts for
_THIRD = 2
_LEAST = 0.1  # a score
_NOTHING = 1  # letters or words that may be left of a question that only changes one thing
# Letters or words; a text that says more, beside the small words or in all, says no more by it.
_MOST, _MOST_BROAD = 8, 20


@dataclass(frozen=True, slots=True)
class Openness:
    """Reads texts by themselves, with the words of one version of the content."""

    matcher: Matcher
    turns: Turns

    def is_sure(self, text: str, matches: Sequence[Match]) -> bool:
        """Whether ``text``, which has these matches and follows nothing, surely asks about the best
        and that is an entry: the less so the likelier it is half a sentence or too broad.
        """
        is_entry = bool(matches) and matches[0].kind is Kind.ENTRY
        return is_entry and self.sureness(text, matches) >= _ENOUGH

    def sureness(self, text: str, matches: Sequence[Match]) -> float:
        """The chance that the best of ``matches``, at least one, is what ``text`` asks."""
        half, broad = self.half(text, matches), self.broad(text, matches)
        signs = sureness.signs(matches[0].evidence, half, broad)
        return sureness.chance(signs, self.matcher.borders.sure)

    def broad(self, text: str, matches: Sequence[Match]) -> float:
        """The chance that ``text``, which has these matches by itself, is too broad to answer."""
        return breadth.chance(self.breadth(text, matches), self.matcher.borders.broad)

    def breadth(self, text: str, matches: Sequence[Match]) -> breadth.Signs:
        """What tells whether ``text``, which has these matches, is too broad to answer."""
        entries = [match for match in matches if match.kind is Kind.ENTRY]
        third = entries[_THIRD].score if len(entries) > _THIRD else 0.0
        return breadth.Signs(
            size=min(han_count(text) or _A_WORD * len(text.split()), _MOST_BROAD),
            says=self.matcher.says(text),
            learned=entries[0].evidence.learned if entries else 0.0,
            third=third / max(entries[0].score, _LEAST) if entries else 0.0,
        )

    def half(self, text: str, matches: Sequence[Match]) -> float:
        """The chance that ``text``, which has these matches by itself, is half a sentence."""
        return halves.chance(self.signs(text, matches), self.matcher.borders.half)

    def signs(self, text: str, matches: Sequence[Match]) -> halves.Signs:
        """What tells whether ``text``, which has these matches, is half a sentence."""
        best = matches[0] if matches else None
        return halves.Signs(
            sounds=self.matcher.sounds_half(text),
            score=best.score if best else 0.0,
            margin=best.evidence.margin if best else 0.0,
            size=min(_size(self.turns.read(text).rest), _MOST),
            names=self.matcher.names_object(text),
        )

    def says_nothing_else(self, text: str, said: Said) -> bool:
        """Whether ``text`` says hardly more than what ``said`` knows of it."""
        if len(said.rest) <= _NOTHING or self.matcher.is_bare(said.rest):
            return True
        asks_only = said.asks is not None and _size(said.rest) <= _FEW
        return asks_only and not self.matcher.names_object(said.beside) and self.is_open(text, said)

    def is_open(self, text: str, said: Said) -> bool:
        """Whether ``text`` is about nothing in particular where it stands alone: says no more than
        a form, or asks in general.
        """
        if said.asks and _size(said.own) <= _NOTHING:
            return True
        best = next(iter(self.matcher.search(text)), None)
        if best is None or best.kind is Kind.CLARIFICATION or best.confidence < _KNOWN:
            return True
        return best.topic in self.turns.general


def _size(text: str) -> int:
    return han_count(text) or len(text.split())
