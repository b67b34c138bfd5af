"""What a text leaves open where nothing came before it: its object, or all but one thing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from faq.answering import NEVER_SURE, SURE
from faq.matching.matcher import Matcher
from faq.model import Kind, Match
from faq.normalise import canonical, han_count
from faq.turns import Said, Turns

# Chosen on our own questions: fewer whole ones are asked back, and more follow-ups, than before.
_FEW = 3  # letters or words of its own, with which a text may still say nearly nothing
_SURER = 0.9  # how sure is sure of such a question
_FAIRLY = 0.72  # and of one that names something, but asks a facet as a follow-up does
_SAYS = 1.8  # the score from which a few words say enough without an object
_KNOWN = 0.75  # the confidence from which a few words are about something else
_LITTLE = 4  # such letters or words of one that asks in the form of a follow-up
_NOTHING = 1  # letters or words that may be left of a question that only changes one thing
_SHORT = 8
_MARK = re.compile(r"^(?:那|还有|and\b|what about|how about|but\b)|[呢咧]$|也")
_WHOLE = re.compile("怎|咋|如何|哪|多|几|啥|什么|谁")  # how, where, what … is asked outright


@dataclass(frozen=True, slots=True)
class Openness:
    """Reads texts by themselves, with the words of one version of the content."""

    matcher: Matcher
    turns: Turns

    def sure(self, text: str, matches: Sequence[Match]) -> float:
        """From which confidence on ``text`` is answered if it follows nothing: what leaves its
        object out must say nearly what a phrasing says; what only changes one thing is never sure.
        """
        said = self.turns.read(text)
        if _is_put_as_follow_up(canonical(text)):
            return NEVER_SURE
        leaves_open = self.matcher.leans(text) or bool(
            said.asks and not self.matcher.names_object(said.beside)
        )
        says_much = bool(matches) and matches[0].score >= _SAYS and not self.matcher.is_marked(text)
        if not leaves_open or says_much or _size(said.rest) > _FEW:
            return _FAIRLY if said.asks and _size(said.rest) <= _LITTLE else SURE
        return NEVER_SURE if _size(said.rest) <= _NOTHING else _SURER

    def says_nothing_else(self, text: str, said: Said) -> bool:
        """Whether ``text`` says hardly more than what ``said`` knows of it."""
        if _size(said.rest) <= _NOTHING or self.matcher.is_bare(said.rest):
            return True
        asks_only = said.asks is not None and _size(said.rest) <= _FEW
        return asks_only and not self.matcher.names_object(said.beside) and self.is_open(text, said)

    def is_open(self, text: str, said: Said) -> bool:
        """Whether ``text`` is about nothing in particular where it stands alone: says no more than
        a form, or asks in general.
        """
        if said.asks and _size(said.beside) <= _NOTHING:
            return True
        best = next(iter(self.matcher.search(text)), None)
        if best is None or best.kind is Kind.CLARIFICATION or best.confidence < _KNOWN:
            return True
        return best.topic in self.turns.general


def _is_put_as_follow_up(plain: str) -> bool:
    """Whether a few words are put as what follows an answer is (飞机呢, 那小孩的呢, 护照也要吗)."""
    return bool(_MARK.search(plain)) and not _WHOLE.search(plain) and _size(plain) <= _SHORT


def _size(text: str) -> int:
    return han_count(text) or len(text.split())
