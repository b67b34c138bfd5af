"""Whose questions staff have, in SQLite."""

from bot.storage import times
from bot.storage.sqlite.file import SqliteFile
from faq.ports import Clock


class SqliteTickets:
    """Chats by the number of the message that staff got."""

    def __init__(self, file: SqliteFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock

    async def open(self, ticket: int, chat: str) -> bool:
        """Remember for a day whose question a ticket is."""
        await self._file.write(
            "INSERT OR REPLACE INTO ticket (number, chat, at) VALUES (?, ?, ?)",
            (ticket, chat, self._clock.now()),
        )
        return True

    async def chat(self, ticket: int) -> str | None:
        """Whose question a ticket is, while it is younger than a day."""
        since = self._clock.now() - times.TICKET
        rows = await self._file.read(
            "SELECT chat FROM ticket WHERE number = ? AND at > ?", (ticket, since)
        )
        return next((str(chat) for (chat,) in rows), None)
