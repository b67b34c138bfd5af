"""What stays with the entry a chat was last about, though it might be about another, or leaves."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from faq.deciding import SURE
from faq.matching.matcher import Matcher
from faq.model import Context, Facet, Kind, Match

SURELY = 0.85  # the chance from which it is half a sentence whatever else it may be about
_TALK = 0.7  # small talk must be this clear to end a subject
_ELSEWHERE = 0.85  # and so must a matter of others that is named
_ANOTHER = 0.9  # or one that is not
_SAID = 0.95  # as like a phrasing of a broad question as that, it is asked in so many words
_NEARLY = 2  # the rank
_NO_MATTER = (Kind.CLARIFICATION, Kind.SMALL_TALK)
_CLOSE = 1.0  # so little less than the best by itself the entry before scores where it is kept to


def says_nothing(alone: Sequence[Match], idle: Collection[str]) -> bool:
    """Whether a text with these matches ``alone`` says nothing that could follow anything: no
    letter of it is known, or it is about an ``idle`` topic.
    """
    best = alone[0] if alone else None
    if best is None or not best.evidence.known:
        return True
    return best.topic in idle and best.confidence >= _TALK


def is_nearly_best(alone: Sequence[Match], before: str) -> bool:
    """Whether the entry ``before`` is nearly the best for a text even by itself, unless that is
    a broad question, which asks for more than what was said of one entry, or small talk.
    """
    own = next((one for one in alone if one.topic == before), None)
    if own is None or alone[0].kind in _NO_MATTER:
        return False
    return alone[0].score - own.score < _CLOSE


def leaves(matcher: Matcher, text: str, alone: Sequence[Match], half: float) -> bool:
    """Whether ``text``, which has these matches ``alone`` and is so likely ``half`` a sentence,
    ends the subject.
    """
    best = alone[0] if alone else None
    if best is None or best.kind is Kind.ENTRY:
        return False
    if best.kind is Kind.SMALL_TALK:
        return best.confidence >= _TALK
    if best.kind is Kind.CLARIFICATION and best.evidence.likeness >= _SAID:
        return True
    names_other = best.confidence >= _ELSEWHERE and matcher.names_object(text)
    if half >= SURELY and not names_other:
        return False
    if best.kind is Kind.CLARIFICATION:
        return names_other
    return names_other or best.confidence >= _ANOTHER or matcher.tells(text)


def kept_to(matches: Sequence[Match], before: str, general: Collection[str]) -> tuple[Match, ...]:
    """The matches of what is surely half a sentence: no ``general`` matter, and the entry
    ``before`` where it is nearly the best and no other is sure.
    """
    others = tuple(one for one in matches if one.topic not in general)
    own = next((one for one in others[:_NEARLY] if one.topic == before), None)
    if own is None or others[0].confidence >= SURE:
        return others or tuple(matches)
    return first(others, before)


def first(matches: Sequence[Match], entry: str) -> tuple[Match, ...]:
    """``matches`` with that of ``entry``, if it is among them, before the others, and sure."""
    own = (one for one in matches if one.topic == entry)
    others = (one for one in matches if one.topic != entry)
    return (*(replace(one, confidence=max(one.confidence, SURE)) for one in own), *others)


def facet(before: Context, match: Match) -> Facet:
    """The facet of what asks none in words: of another entry the one before; of the same one what
    it seems to ask, else whether the thing is possible then, if that was not just answered.
    """
    if before.entry != match.topic:
        return before.facet
    if match.facet not in (Facet.OVERVIEW, Facet.CONDITIONS):
        return match.facet
    return Facet.CONDITIONS if before.facet is not Facet.CONDITIONS else Facet.OVERVIEW
