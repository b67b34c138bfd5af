"""The journal, in PostgreSQL."""

from collections.abc import Sequence

from bot.storage.engine import Row
from bot.storage.journal_row import values
from bot.storage.postgres.server import PostgresServer

_ADD = """
INSERT INTO journal (at, id, channel, question, outcome, alert, entry, facet, confidence, language,
                     version)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""


class PostgresJournal:
    """A row a turn."""

    def __init__(self, server: PostgresServer) -> None:
        self._server = server

    async def add(self, rows: Sequence[Row]) -> bool:
        """Write the rows, all or none."""
        await self._server.run_for_each(_ADD, [values(row) for row in rows])
        return True

    async def recent(self, limit: int) -> tuple[str, ...]:
        """The questions asked last, newest first."""
        rows = await self._server.run(
            "SELECT question FROM journal WHERE question IS NOT NULL "
            "ORDER BY at DESC, number DESC LIMIT %s",
            (limit,),
        )
        return tuple(str(row[0]) for row in rows)

    async def rate(self, id: str, mark: str, reason: str | None) -> None:
        """Note what the person thought of a turn."""
        await self._server.run(
            "UPDATE journal SET mark = %s, reason = %s WHERE id = %s", (mark, reason, id)
        )
