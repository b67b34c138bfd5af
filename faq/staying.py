"""What stays with the entry a chat was last about, though it might be about another as well."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from faq.answering import SURE
from faq.model import Context, Facet, Kind, Match

_NEARLY = 2  # the rank
_NO_MATTER = (Kind.CLARIFICATION, Kind.SMALL_TALK)
_CLOSE = 1.0  # so little less than the best by itself the entry before scores where it is kept to


def is_nearly_best(alone: Sequence[Match], before: str) -> bool:
    """Whether the entry ``before`` is nearly the best for a text even by itself, unless that is
    a broad question, which asks for more than what was said of one entry, or small talk.
    """
    own = next((one for one in alone if one.topic == before), None)
    if own is None or alone[0].kind in _NO_MATTER:
        return False
    return alone[0].score - own.score < _CLOSE


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
