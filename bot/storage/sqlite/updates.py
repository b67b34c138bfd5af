"""Which updates were handled, in SQLite."""

import sqlite3

from bot.storage import update_row
from bot.storage.sqlite.file import SqliteFile
from faq.ports import Claim, Clock

# A lease from the future was taken before the clock was set back; it counts for nothing.
_CLAIM = """
INSERT INTO handled (id, at, done, owner) VALUES (:id, :now, 0, :owner)
ON CONFLICT (id) DO UPDATE SET at = excluded.at, owner = excluded.owner
WHERE done = 0 AND (at <= :now - :lease OR at > :now + :lease)
"""
_DONE = """
INSERT INTO handled (id, at, done) VALUES (?, ?, 1) ON CONFLICT (id) DO UPDATE SET done = 1
"""


class SqliteUpdates:
    """Updates by number, each with who has it in hand since when, or that it is done."""

    def __init__(self, file: SqliteFile, clock: Clock, owner: str) -> None:
        self._file = file
        self._clock = clock
        self._owner = owner

    async def claim(self, update: int) -> Claim:
        """Take an update in hand."""
        asked = update_row.claim(update, self._clock, self._owner)

        def act(connection: sqlite3.Connection) -> Claim:
            if connection.execute(_CLAIM, asked).rowcount:
                return Claim.TAKEN
            found = connection.execute("SELECT done FROM handled WHERE id = ?", (update,))
            return update_row.not_taken(found.fetchone()[0])

        return await self._file.run(act)

    async def done(self, update: int) -> None:
        """The update was handled."""
        await self._file.write(_DONE, (update, self._clock.now()))

    async def release(self, update: int) -> None:
        """The update in hand will not be handled here."""
        await self._file.write("DELETE FROM handled WHERE id = ? AND done = 0", (update,))

    async def restart(self) -> None:
        """Let go of what an earlier run had in hand."""
        await self._file.write(
            "DELETE FROM handled WHERE done = 0 AND owner IN (?, '')", (self._owner,)
        )
