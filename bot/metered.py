"""The core, with a look at the watch."""

from collections.abc import Awaitable, Callable
from time import perf_counter
from typing import Protocol

from bot.metrics import Metrics
from faq.model import Language, Question, Reply


class Answers(Protocol):
    """What answers questions; the core has it, switched off or on."""

    @property
    def version(self) -> str:
        """The version of the content that answers now."""
        ...

    async def ask(self, question: Question) -> Reply:
        """The reply to what was typed."""
        ...

    async def choose(self, question: Question) -> Reply:
        """The reply to a button or a command."""
        ...

    def phrase(self, name: str, language: Language, **values: object) -> str:
        """A fixed text in the asker's language."""
        ...


class MeteredAssistant:
    """Answers as the core does, and tells the metrics how and how fast."""

    def __init__(self, assistant: Answers, metrics: Metrics) -> None:
        self._assistant = assistant
        self._metrics = metrics

    @property
    def version(self) -> str:
        """The version of the content that answers now."""
        return self._assistant.version

    async def ask(self, question: Question) -> Reply:
        """The reply to what was typed."""
        return await self._timed(self._assistant.ask, question)

    async def choose(self, question: Question) -> Reply:
        """The reply to a button or a command."""
        return await self._timed(self._assistant.choose, question)

    def phrase(self, name: str, language: Language, **values: object) -> str:
        """A fixed text in the asker's language."""
        return self._assistant.phrase(name, language, **values)

    async def _timed(
        self, act: Callable[[Question], Awaitable[Reply]], question: Question
    ) -> Reply:
        start = perf_counter()
        reply = await act(question)
        self._metrics.answered(question.channel, reply, perf_counter() - start)
        return reply
