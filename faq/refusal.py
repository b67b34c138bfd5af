"""The refusal of help with a wrong: when it is due, a neutral line, and the lawful way."""

from faq.answering import Answerer
from faq.matching.matcher import Matcher
from faq.model import Block, BlockKind, Facet, Harm, Kind, Outcome, Reply, Topic
from faq.safety import harm

# Of 46 ordinary questions of 6,426 that were refused 14 are not, with this; of 138 harmful ones 2.
_AHEAD = 0.3


def wanted(text: str, matcher: Matcher) -> Harm | None:
    """The harm that ``text`` asks for help with, or None. Half a question that names nothing asks
    for none; and the further a service is ahead of all others, the likelier that is what is asked.
    """
    suspected = None if matcher.is_bare(text) else harm(text)
    best = matcher.search(text)[:1] if suspected else ()
    if any(one.kind is Kind.ENTRY and one.evidence.margin > _AHEAD for one in best):
        return harm(text, best[0].evidence.margin - _AHEAD)
    return suspected


def refusal(kind: Harm, answerer: Answerer) -> Reply:
    """The reply to a request for help with ``kind``; it tells nothing of how it would be done."""
    composer = answerer.composer
    blocks = (
        Block(BlockKind.LEAD, composer.phrase("refused")),
        Block(BlockKind.TEXT, composer.phrase(f"refused_{kind}")),
    )
    lawful = composer.catalogue.safety.lawful.get(kind, ())
    offered = answerer.offer([Topic(entry, Facet.OVERVIEW) for entry in lawful])
    return Reply(Outcome.REFUSED, blocks, answerer.language, choices=offered.choices)
