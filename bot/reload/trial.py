"""The content's own questions put to a version: how each ends, and whether that helps."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.storage.batched import NoJournal
from bot.storage.memory import open_memory
from faq.assistant import Assistant, Knowledge
from faq.model import Language, Outcome, Question, Reply
from faq.plain import text
from faq.schema.questions import Labelled, Sort

_SAYS_SOMETHING = (Outcome.ANSWERED, Outcome.GUIDED)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to try: a name for it, what is typed, and the turns before it."""

    name: str
    text: str
    language: Language | None = None
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ended:
    """How a question ended, and what was shown."""

    outcome: Outcome
    entry: str | None
    facet: str | None
    shown: str

    @property
    def said(self) -> str:
        """The outcome with what it is about."""
        return " ".join(filter(None, (self.outcome.value, self.entry, self.facet)))


class _StandingClock:
    """A trial takes no time."""

    def now(self) -> float:
        """Return the same moment each time."""
        return 0.0


async def replies(knowledge: Knowledge, asked: Iterable[Asked]) -> Mapping[str, Reply]:
    """The reply to each question, by its name; each is a new chat."""
    storage = open_memory(_StandingClock())
    assistant = Assistant(knowledge, storage.sessions, NoJournal())
    found = {}
    for one in asked:
        for turn in one.context:
            await assistant.ask(Question(turn, "trial", one.name, one.language))
        found[one.name] = await assistant.ask(Question(one.text, "trial", one.name, one.language))
    return found


def asked(question: Labelled) -> Asked:
    """A labelled question as it is tried."""
    return Asked(question.id, question.text, Language(question.lang), question.context)


def ended(reply: Reply) -> Ended:
    """How a reply ends a question."""
    return Ended(reply.outcome, reply.entry, reply.facet, text(reply))


def helps(question: Labelled, reply: Reply) -> bool:
    """Whether a reply serves its question: it says or offers one of the right things, shows a card
    in danger, and says nothing where nothing is right.
    """
    if question.kind is Sort.EMERGENCY:
        return reply.alert is not None
    if not question.entries:
        return reply.outcome not in _SAYS_SOMETHING
    if reply.outcome is Outcome.OFFERED_CHOICES:
        return any(choice.entry in question.entries for choice in reply.choices)
    is_facet = not question.facets or reply.facet is None or reply.facet in question.facets
    return reply.entry in question.entries and is_facet
