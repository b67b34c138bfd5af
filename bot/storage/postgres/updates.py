"""Which updates were handled, in PostgreSQL."""

from bot.storage import update_row
from bot.storage.postgres.server import PostgresServer
from faq.ports import Claim, Clock

# A lease from the future was taken before the clock was set back; it counts for nothing.
_CLAIM = """
INSERT INTO handled (id, at, done, owner) VALUES (%(id)s, %(now)s, false, %(owner)s)
ON CONFLICT (id) DO UPDATE SET at = excluded.at, owner = excluded.owner
WHERE NOT handled.done
  AND (handled.at <= %(now)s - %(lease)s OR handled.at > %(now)s + %(lease)s)
RETURNING id
"""
_DONE = """
INSERT INTO handled (id, at, done) VALUES (%s, %s, true)
ON CONFLICT (id) DO UPDATE SET done = true
"""


class PostgresUpdates:
    """Updates by number, each with who has it in hand since when, or that it is done."""

    def __init__(self, server: PostgresServer, clock: Clock, owner: str) -> None:
        self._server = server
        self._clock = clock
        self._owner = owner

    async def claim(self, update: int) -> Claim:
        """Take an update in hand."""
        asked = update_row.claim(update, self._clock, self._owner)
        if await self._server.run(_CLAIM, asked):
            return Claim.TAKEN
        found = await self._server.run("SELECT done FROM handled WHERE id = %s", (update,))
        # A row that is gone was released just now: whoever comes next takes it.
        return update_row.not_taken(found and found[0][0])

    async def done(self, update: int) -> None:
        """The update was handled."""
        await self._server.run(_DONE, (update, self._clock.now()))

    async def release(self, update: int) -> None:
        """The update in hand will not be handled here."""
        await self._server.run("DELETE FROM handled WHERE id = %s AND NOT done", (update,))

    async def restart(self) -> None:
        """Let go of what an earlier run had in hand."""
        await self._server.run("DELETE FROM handled WHERE NOT done AND owner = %s", (self._owner,))
