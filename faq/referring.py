"""What follows a matter of others: where to turn once more, or a question of its own."""

from faq.answering import Answerer
from faq.catalogue import Catalogue
from faq.following import Follower
from faq.model import Context, Reply


def is_referred(catalogue: Catalogue, context: Context | None) -> bool:
    """Whether the chat was last told where to turn."""
    return context is not None and context.entry in catalogue.referrals


def referred_again(follower: Follower, answerer: Answerer, text: str) -> Reply | None:
    """Where to turn once more, if ``text`` only follows the referral that was the last reply."""
    context = follower.context
    return answerer.refer(context.entry) if context and follower.only_follows(text) else None
