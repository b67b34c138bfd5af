"""The journal, in SQLite."""

import sqlite3
from collections.abc import Sequence

from bot.storage.engine import Row
from bot.storage.journal_row import COLUMNS, values
from bot.storage.sqlite.file import SqliteFile

_ADD = f"""
INSERT INTO journal ({", ".join(COLUMNS)}) VALUES ({", ".join("?" for _ in COLUMNS)})
"""  # noqa: S608 - our own names


class SqliteJournal:
    """A row a turn."""

    def __init__(self, file: SqliteFile) -> None:
        self._file = file

    async def add(self, rows: Sequence[Row]) -> bool:
        """Write the rows, all or none."""

        def act(connection: sqlite3.Connection) -> None:
            connection.executemany(_ADD, [values(row) for row in rows])

        await self._file.run(act)
        return True

    async def recent(self, limit: int) -> tuple[str, ...]:
        """The questions asked last, newest first."""
        rows = await self._file.read(
            "SELECT question FROM journal WHERE question IS NOT NULL "
            "ORDER BY at DESC, rowid DESC LIMIT ?",
            (limit,),
        )
        return tuple(str(row[0]) for row in rows)

    async def rate(self, id: str, mark: str, reason: str | None) -> None:
        """Note what the person thought of a turn."""
        await self._file.write(
            "UPDATE journal SET mark = ?, reason = ? WHERE id = ?", (mark, reason, id)
        )
