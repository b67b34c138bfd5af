"""What is remembered of a chat, in SQLite."""

import sqlite3

from bot.storage import times
from bot.storage.context_row import read
from bot.storage.sqlite.file import SqliteFile
from faq.model import Context
from faq.ports import Clock


class SqliteSessions:
    """Contexts by chat."""

    def __init__(self, file: SqliteFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock

    async def context(self, chat: str) -> Context | None:
        """What the chat's last answer was about, if it is younger than thirty minutes."""
        since = self._clock.now() - times.CONTEXT
        rows = await self._file.read(
            "SELECT entry, facet, city, guide FROM context WHERE chat = ? AND at > ?", (chat, since)
        )
        return next((read(*row) for row in rows), None)

    async def remember(self, chat: str, context: Context | None) -> None:
        """Remember what the answer just given was about; None forgets."""
        if context is None:
            await self._file.write("DELETE FROM context WHERE chat = ?", (chat,))
            return
        await self._file.write(
            "INSERT OR REPLACE INTO context (chat, entry, facet, city, guide, at) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (chat, context.entry, context.facet, context.city, context.guide, self._clock.now()),
        )

    async def forget(self, chat: str) -> bool:
        """Delete all that is stored under the chat, out of the files too; raises if a reader in
        another process keeps the log from being emptied.
        """
        await self._file.write("DELETE FROM context WHERE chat = ?", (chat,))
        await self._file.write("DELETE FROM outbox WHERE chat = ?", (chat,))
        await self._file.write("DELETE FROM ticket WHERE chat = ?", (chat,))
        await self._file.run_alone(_empty_log)
        return True


def _empty_log(connection: sqlite3.Connection) -> None:
    """Move the log into the file, where deleted rows are zeros, and cut it to nothing."""
    (is_busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if is_busy:
        raise sqlite3.OperationalError("the log is in use and could not be emptied")
