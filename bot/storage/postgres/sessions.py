"""What is remembered of a chat, in PostgreSQL."""

from bot.storage import times
from bot.storage.context_row import read
from bot.storage.postgres.server import PostgresServer
from faq.model import Context
from faq.ports import Clock

_REMEMBER = """
INSERT INTO context (chat, entry, facet, city, guide, at) VALUES (%s, %s, %s, %s, %s, %s)
ON CONFLICT (chat) DO UPDATE
SET entry = excluded.entry, facet = excluded.facet, city = excluded.city,
    guide = excluded.guide, at = excluded.at
"""


class PostgresSessions:
    """Contexts by chat."""

    def __init__(self, server: PostgresServer, clock: Clock) -> None:
        self._server = server
        self._clock = clock

    async def context(self, chat: str) -> Context | None:
        """What the chat's last answer was about, if it is younger than thirty minutes."""
        since = self._clock.now() - times.CONTEXT
        rows = await self._server.run(
            "SELECT entry, facet, city, guide FROM context WHERE chat = %s AND at > %s",
            (chat, since),
        )
        return next((read(*row) for row in rows), None)

    async def remember(self, chat: str, context: Context | None) -> None:
        """Remember what the answer just given was about; None forgets."""
        if context is None:
            await self._server.run("DELETE FROM context WHERE chat = %s", (chat,))
            return
        about = (context.entry, context.facet.value, context.city, context.guide)
        await self._server.run(_REMEMBER, (chat, *about, self._clock.now()))

    async def forget(self, chat: str) -> bool:
        """Delete all that is stored under the chat; the server's vacuum clears its pages."""
        await self._server.run("DELETE FROM context WHERE chat = %s", (chat,))
        await self._server.run("DELETE FROM outbox WHERE chat = %s", (chat,))
        await self._server.run("DELETE FROM ticket WHERE chat = %s", (chat,))
        return True
