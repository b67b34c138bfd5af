"""Where a lawful question in the words of a wrong leads, when nothing was surely found for it.

What the law says of an offence is for a lawyer to say, what was suffered or seen for the police to
hear, whether somebody is a fraud for the fraud line (``leading.yaml``); an entry that fits the
purpose and was thought of anyway comes first.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from faq.answering import Answerer
from faq.model import Facet, Kind, Match, Outcome, Reply
from faq.normalise import canonical
from faq.safety import tells_of_wrong
from faq.schema.leading import LeadingFile, Way

_THOUGHT_OF = 0.45  # a match is not surely meant then, but with the purpose beside it it is
_UNSURE = (Outcome.OFFERED_CHOICES, Outcome.NO_MATCH)
_GAP = "…"
_LETTERS = ".{0,4}"  # what may stand in a gap


def led(reply: Reply, text: str, answerer: Answerer) -> Reply:
    """``reply``, or where it only offers or knows nothing, the answer to what ``text`` wants of
    somebody who knows the law or can step in; what was offered stays below.
    """
    best = reply.why[0] if reply.why else None
    is_broad = best is not None and best.kind is Kind.CLARIFICATION
    if reply.outcome not in _UNSURE or (is_broad and not tells_of_wrong(text)):
        return reply
    leading = answerer.composer.catalogue.leading
    told = _told(leading, text, reply.why, answerer)
    if told is None:
        return reply
    others = tuple(one for one in reply.choices if one.entry != told.entry)
    told = replace(told, choices=(*told.choices, *others))
    return replace(told, confidence=reply.confidence, why=reply.why)


def _told(
    leading: LeadingFile, text: str, matches: Sequence[Match], answerer: Answerer
) -> Reply | None:
    way = next((one for one in leading.ways if _is_meant(one, text)), None)
    if way is None:
        found = _thought_of(leading.helpful, matches[:1]) if tells_of_wrong(text) else None
        return _answer(found, Facet.OVERVIEW, answerer) if found else None
    catalogue = answerer.composer.catalogue
    entry = _thought_of(way.entries, matches) or way.otherwise
    if entry in catalogue.entries:
        return _answer(entry, way.facet, answerer)
    return answerer.refer(entry) if entry in catalogue.referrals else None


def _is_meant(way: Way, text: str) -> bool:
    plain = canonical(text)
    if way.unless:
        plain = _pattern(way.unless).sub(" ", plain)
    found = _pattern(way.words).search(plain)
    return found is not None and (not way.of_wrong or tells_of_wrong(text))


def _thought_of(entries: Sequence[str], matches: Sequence[Match]) -> str | None:
    """The likeliest of the ``entries``, if it is likely."""
    return next(
        (
            match.topic
            for match in matches
            if match.topic in entries and match.confidence >= _THOUGHT_OF
        ),
        None,
    )


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the ``words``; a Latin one may have any ending."""
    return re.compile("|".join(map(_form, words)))


def _form(word: str) -> str:
    parts = [re.escape(canonical(part)) for part in word.split(_GAP)]
    return (r"\b" if word.isascii() else "") + _LETTERS.join(parts)


def _answer(entry: str, facet: Facet, answerer: Answerer) -> Reply:
    is_stated = facet in answerer.composer.stated(entry)
    return answerer.answer(entry, facet if is_stated else Facet.OVERVIEW)
