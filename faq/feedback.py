"""Thumbs under an answer; a thumb down asks why, in one press."""

from dataclasses import dataclass, replace

from faq import codes
from faq.answering import Answerer
from faq.model import Block, BlockKind, Choice, Outcome, Reply

_RATED = (Outcome.ANSWERED, Outcome.OUT_OF_SCOPE)


@dataclass(frozen=True, slots=True)
class Feedback:
    """Feedback in the language of ``answerer``."""

    answerer: Answerer

    def added(self, reply: Reply) -> Reply:
        """The reply with thumbs, if it has a name to rate it by."""
        if not reply.id or reply.outcome not in _RATED:
            return reply
        thumbs = (
            Choice("👍", codes.encode(codes.Rate("up", reply.id))),
            Choice("👎", codes.encode(codes.Rate("down", reply.id))),
        )
        return replace(reply, choices=(*reply.choices, *thumbs))

    def thanks(self, code: codes.Rate) -> Reply:
        """Thanks; for a thumb down without a reason, the reasons to choose from."""
        phrase = self.answerer.composer.phrase
        asks_why = code.mark == "down" and not code.reason
        lead = Block(BlockKind.LEAD, phrase("rated_why" if asks_why else "rated"))
        reply = Reply(Outcome.GUIDED, (lead,), self.answerer.language)
        if not asks_why:
            return replace(reply, choices=self.answerer.no_match().choices if code.reason else ())
        reasons = tuple(
            Choice(phrase(f"reason_{reason}"), codes.encode(replace(code, reason=reason)))
            for reason in codes.REASONS
        )
        return replace(reply, choices=reasons)
