"""Whose questions staff have, in PostgreSQL."""

from bot.storage import times
from bot.storage.postgres.server import PostgresServer
from faq.ports import Clock

_OPEN = """
INSERT INTO ticket (number, chat, at) VALUES (%s, %s, %s)
ON CONFLICT (number) DO UPDATE SET chat = excluded.chat, at = excluded.at
"""


class PostgresTickets:
    """Chats by the number of the message that staff got."""

    def __init__(self, server: PostgresServer, clock: Clock) -> None:
        self._server = server
        self._clock = clock

    async def open(self, ticket: int, chat: str) -> bool:
        """Remember for a day whose question a ticket is."""
        await self._server.run(_OPEN, (ticket, chat, self._clock.now()))
        return True

    async def chat(self, ticket: int) -> str | None:
        """Whose question a ticket is, while it is younger than a day."""
        since = self._clock.now() - times.TICKET
        rows = await self._server.run(
            "SELECT chat FROM ticket WHERE number = %s AND at > %s", (ticket, since)
        )
        return next((str(chat) for (chat,) in rows), None)
