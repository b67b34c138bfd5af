"""Thumbs under an answer or a sheet; a thumb down asks why, in one press."""

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
        """The reply with thumbs, if it says something and has a name to rate it by."""
        is_sheet = reply.outcome is Outcome.GUIDED and bool(reply.sources)
        if not reply.id or not (is_sheet or reply.outcome in _RATED):
            return reply
        phrase = self.answerer.composer.phrase
        thumbs = (
            Choice(phrase(f"thumb_{mark}"), codes.encode(codes.Rate(mark, reply.id)))
            for mark in codes.MARKS
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
