"""Replies as the core would give them, for tests that need one of each kind."""

from faq.model import Block, BlockKind, Facet, Language, Outcome, Reply

ANSWERED = Reply(
    Outcome.ANSWERED,
    (Block(BlockKind.LEAD, "身份证丢了可以补领。"),),
    Language.ZH,
    entry="id_card_lost",
    facet=Facet.FEE,
    confidence=0.75,
    version="v1",
)


def ended(outcome: Outcome) -> Reply:
    """A reply about nothing that ended so."""
    return Reply(outcome, (Block(BlockKind.LEAD, "一句话"),), Language.EN, version="v1")
