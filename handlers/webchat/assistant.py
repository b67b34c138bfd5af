"""What the web chat needs of the core; faq.assistant.Assistant has it."""

from typing import Protocol

from faq.model import Language, Question, Reply


class Assistant(Protocol):
    """Answers questions and presses, and knows the fixed texts."""

    @property
    def version(self) -> str:
        """The version of the content that answers now."""
        ...

    async def ask(self, question: Question) -> Reply:
        """The reply to what was typed."""
        ...

    async def choose(self, question: Question) -> Reply:
        """The reply to a pressed choice, or to a command."""
        ...

    def phrase(self, name: str, language: Language, **values: object) -> str:
        """A fixed text with its values filled in."""
        ...
