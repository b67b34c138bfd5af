"""Where a guide is offered: instead of a broad question's choices, below the answers it belongs
to, and again after a question in between.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from faq.guiding.conversation import Conversation
from faq.guiding.typed import in_hand, is_short
from faq.model import Choice, Kind, Match, Outcome, Reply

_MOST = 2
_WITH_GUIDES = (Outcome.ANSWERED, Outcome.OFFERED_CHOICES)


@dataclass(frozen=True, slots=True)
class Offering:
    """Adds guides to replies."""

    conversation: Conversation

    def around(self, reply: Reply, text: str = "", state: str = "") -> Reply:
        """``reply`` to ``text``, given while the guide of ``state`` was in hand."""
        started = self._started(reply, text)
        if started is not None:
            return started
        resumed = self._asked_again(reply, text, state)
        if resumed is not None:
            return resumed
        offered = (*self._resume(reply, state), *self._below(reply, text, state))
        is_answer = reply.outcome is Outcome.ANSWERED
        choices = (*offered, *reply.choices) if is_answer else (*reply.choices, *offered)
        is_kept = reply.outcome in _WITH_GUIDES and in_hand(self.conversation, state)
        return replace(reply, choices=choices, guide=state if is_kept else "")

    def _started(self, reply: Reply, text: str) -> Reply | None:
        """The guide that asks on where a question was too broad."""
        asked = self._broad(reply)
        catalogue = self.conversation.composer.catalogue
        name = catalogue.clarifications[asked.topic].guide if asked else None
        guide = catalogue.guides.get(name or "")
        if asked is None or guide is None:
            return None
        begun = self.conversation.go_on(guide, guide.changed({}, guide.words.read(text)))
        return replace(begun, confidence=asked.confidence, why=reply.why)

    def _broad(self, reply: Reply) -> Match | None:
        """The broad question whose choices are offered."""
        if reply.outcome is not Outcome.OFFERED_CHOICES:
            return None
        known = self.conversation.composer.catalogue.clarifications
        offered = {choice.entry for choice in reply.choices}
        broad = (match for match in reply.why if match.topic in known)
        return next((one for one in broad if set(known[one.topic].choices) == offered), None)

    def _asked_again(self, reply: Reply, text: str, state: str) -> Reply | None:
        """The question in hand once more, after a few words that mean nothing here."""
        found = in_hand(self.conversation, state)
        means_nothing = reply.outcome in (Outcome.NO_MATCH, Outcome.OUT_OF_SCOPE)
        if found is None or not means_nothing or reply.entry or not is_short(text):
            return None
        return replace(self.conversation.ask_again(*found, "guide_not_understood"), why=reply.why)

    def _resume(self, reply: Reply, state: str) -> Iterator[Choice]:
        found = in_hand(self.conversation, state)
        if found is not None and reply.outcome is not Outcome.GUIDED:
            composer = self.conversation.composer
            name = getattr(found[0].file.name, composer.language)
            yield Choice(composer.phrase("guide_resume", name=name), state)

    def _below(self, reply: Reply, text: str, state: str) -> Iterator[Choice]:
        """The guides that an answer, or the likeliest of several, belongs to, begun with what the
        question already said.
        """
        if reply.outcome not in _WITH_GUIDES or reply.more or state:
            return
        likeliest = [match.topic for match in reply.why[:1] if match.kind is Kind.ENTRY]
        entry = reply.entry or next(iter(likeliest), None)
        composer = self.conversation.composer
        fitting = [
            guide for guide in composer.catalogue.guides.values() if entry in guide.file.under
        ]
        for guide in fitting[:_MOST]:
            answers = guide.changed({}, guide.words.read(text)) if text else {}
            label = getattr(guide.file.button, composer.language)
            yield Choice(label, self.conversation.code(guide, answers))
