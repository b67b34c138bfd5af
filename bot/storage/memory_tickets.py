"""Whose questions staff have, in memory."""

from collections import OrderedDict
from dataclasses import dataclass, field

from bot.storage import times
from bot.storage.bounded import bound
from faq.ports import Clock


@dataclass
class MemoryTickets:
    """Chats by the number of the message that staff got."""

    clock: Clock
    tickets: OrderedDict[int, tuple[float, str]] = field(default_factory=OrderedDict)

    async def open(self, ticket: int, chat: str) -> bool:
        """Remember for a day whose question a ticket is."""
        self.tickets[ticket] = (self.clock.now(), chat)
        bound(self.tickets)
        return True

    async def chat(self, ticket: int) -> str | None:
        """Whose question a ticket is, while it is younger than a day."""
        at, chat = self.tickets.get(ticket, (float("-inf"), None))
        return chat if self.clock.now() - at < times.TICKET else None

    def forget(self, chat: str) -> None:
        """Let go of the tickets of a chat."""
        for number in [number for number, (_, one) in self.tickets.items() if one == chat]:
            del self.tickets[number]
