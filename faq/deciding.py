"""What becomes of the matches of a question: answer when sure, offer when in doubt, refer, or say
that nothing is known.
"""

from collections.abc import Sequence
from dataclasses import replace

from faq.answering import Answerer
from faq.model import Kind, Match, Reply, Topic

SURE = 0.6  # of 1,011 questions nobody wrote a phrasing for 90 in 100 are right then, 4 wrong
POSSIBLE = 0.2
_FEWEST, _OFFERED = 2, 4
_MAY_BE = 0.4  # an entry as likely as that may be meant as well as a matter of others


def decide(answerer: Answerer, matches: Sequence[Match], is_sure: bool | None = None) -> Reply:
    """The reply to a question with these ``matches``, best first; if it ``is_sure``, the best entry
    is answered rather than offered; by itself its confidence tells.
    """
    if is_sure is None:
        is_sure = bool(matches) and matches[0].confidence >= SURE
    return replace(_decided(answerer, matches, is_sure), why=tuple(matches))


def knows_broad(matches: Sequence[Match]) -> bool:
    """Whether the best match is a broad question, as far as it is possible, which can be asked back
    in its own words.
    """
    is_broad = bool(matches) and matches[0].kind is Kind.CLARIFICATION
    return is_broad and matches[0].confidence >= POSSIBLE


def _decided(answerer: Answerer, matches: Sequence[Match], is_sure: bool) -> Reply:
    best = matches[0] if matches else None
    if best is None or best.confidence < POSSIBLE:
        return answerer.no_match()
    if knows_broad(matches):
        return answerer.clarify(best, matches)
    entries = [match for match in matches if match.kind is Kind.ENTRY]
    may_be_ours = bool(entries) and entries[0].confidence >= _MAY_BE
    if best.kind is not Kind.ENTRY and best.confidence >= SURE / 2 and not may_be_ours:
        return answerer.elsewhere(best)
    if best.kind is Kind.ENTRY and is_sure:
        return replace(answerer.answer(best.topic, best.facet), confidence=best.confidence)
    return _offered(answerer, best, entries, matches)


def _offered(
    answerer: Answerer, best: Match, entries: Sequence[Match], matches: Sequence[Match]
) -> Reply:
    """The likeliest entries to choose from; those of the broad question that has the best one,
    where that would be sure but for what the text leaves open.
    """
    broad = _broad(answerer, best.topic, matches) if best.confidence >= SURE else None
    if broad is not None:
        return answerer.clarify(replace(broad, facet=best.facet), matches)
    if len(entries) < _FEWEST:
        return answerer.no_match()
    offered = [Topic(match.topic, match.facet) for match in entries[:_OFFERED]]
    return replace(answerer.offer(offered), confidence=best.confidence)


def _broad(answerer: Answerer, entry: str, matches: Sequence[Match]) -> Match | None:
    """The broad question that has ``entry`` among its choices, the best of ``matches``."""
    known = answerer.composer.catalogue.clarifications
    asked = (match for match in matches if match.kind is Kind.CLARIFICATION)
    return next((match for match in asked if entry in known[match.topic].choices), None)
