"""An update in hand as a row, the same in every database."""

from bot.storage import times
from faq.ports import Claim, Clock


def claim(update: int, clock: Clock, owner: str) -> dict[str, object]:
    """The values of a claim: what is taken in hand, by whom, when, and for how long."""
    return {"id": update, "now": clock.now(), "owner": owner, "lease": float(times.LEASE)}


def not_taken(is_done: object) -> Claim:
    """What stands in the way of a claim that changed no row."""
    return Claim.DONE if is_done else Claim.ELSEWHERE
