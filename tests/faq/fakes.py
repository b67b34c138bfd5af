"""Storage that lives in a dictionary and a list."""

from dataclasses import dataclass, field

from faq.model import Context, Reply


@dataclass
class FakeSessions:
    """Remembers contexts for ever; takes every update in hand."""

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

    async def claim(self, update: int) -> bool:
        return True

    async def done(self, update: int) -> None:
        pass


@dataclass
class FakeJournal:
    """Keeps what was recorded."""

    records: list[tuple[str, Reply]] = field(default_factory=list)

    async def record(self, channel: str, reply: Reply) -> None:
        self.records.append((channel, reply))
