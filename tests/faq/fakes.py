"""Storage that lives in a dictionary and a list."""

from dataclasses import dataclass, field

from faq.model import Context
from faq.ports import Noted


@dataclass
class FakeSessions:
    """Remembers contexts for ever."""

    contexts: dict[str, Context] = field(default_factory=dict)

    async def context(self, chat: str) -> Context | None:
        return self.contexts.get(chat)

    async def remember(self, chat: str, context: Context | None) -> None:
        self.contexts.pop(chat, None)
        if context is not None:
            self.contexts[chat] = context

    async def forget(self, chat: str) -> bool:
        self.contexts.pop(chat, None)
        return True


@dataclass
class FakeJournal:
    """Keeps what was recorded."""

    records: list[Noted] = field(default_factory=list)
    marks: dict[str, tuple[str, str | None]] = field(default_factory=dict)

    async def record(self, noted: Noted) -> None:
        self.records.append(noted)

    async def recent(self, limit: int) -> tuple[str, ...]:
        asked = [noted.question for noted in reversed(self.records)]
        return tuple(text for text in asked if text is not None)[:limit]

    async def rate(self, id: str, mark: str, reason: str | None) -> None:
        self.marks[id] = (mark, reason)
