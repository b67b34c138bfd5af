"""What a text leaves open where nothing came before it: its object, or all but one thing."""

from collections.abc import Sequence
from dataclasses import dataclass

from faq.answering import NEVER_SURE, SURE
from faq.matching.halves import Signs, chance
from faq.matching.matcher import Matcher
from faq.model import Kind, Match
from faq.normalise import han_count
from faq.turns import Said, Turns

_EVEN = 0.75  # the chance from which a text counts as half a sentence, chosen on our own questions
_FEW = 3  # letters or words of its own, with which a text may still say nearly nothing
_KNOWN = 0.75  # the confidence from which a few words are about something else
_NOTHING = 1  # letters or words that may be left of a question that only changes one thing
_MOST = 8  # letters or words; a text that says more beside the small words says no more by it


@dataclass(frozen=True, slots=True)
class Openness:
    """Reads texts by themselves, with the words of one version of the content."""

    matcher: Matcher
    turns: Turns

    def sure(self, text: str, matches: Sequence[Match]) -> float:
        """From which confidence on ``text`` is answered if it follows nothing: half a sentence is
        never sure.
        """
        return NEVER_SURE if self.half(text, matches) >= _EVEN else SURE

    def half(self, text: str, matches: Sequence[Match]) -> float:
        """The chance that ``text``, which has these matches by itself, is half a sentence."""
        return chance(self.signs(text, matches), self.matcher.borders.half)

    def signs(self, text: str, matches: Sequence[Match]) -> Signs:
        """What tells whether ``text``, which has these matches, is half a sentence."""
        best = matches[0] if matches else None
        return Signs(
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
