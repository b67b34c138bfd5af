"""Replies that wait, in SQLite."""

from bot.storage import times
from bot.storage.sqlite.file import SqliteFile
from faq.ports import Backlog, Clock, Parcel

# What is due or held beyond the longest wait was so before the clock was set back.
_TAKE = """
UPDATE outbox SET held = :now + :lease, owner = :owner WHERE id IN (
    SELECT id FROM (
        SELECT id, urgent, due, held,
               ROW_NUMBER() OVER (PARTITION BY chat ORDER BY urgent DESC, id) AS place
        FROM outbox
    )
    WHERE place = 1 AND NOT due BETWEEN :now + 0.001 AND :now + :wait
          AND NOT held BETWEEN :now + 0.001 AND :now + :wait
    ORDER BY urgent DESC, id LIMIT :limit
)
RETURNING id, chat, body, urgent, at, tries
"""


class SqliteOutbox:
    """Replies in the order they were put, urgent ones ahead."""

    def __init__(self, file: SqliteFile, clock: Clock, owner: str) -> None:
        self._file = file
        self._clock = clock
        self._owner = owner

    async def put(self, chat: str, body: str, *, is_urgent: bool) -> None:
        """Keep a reply until it is sent."""
        now = self._clock.now()
        await self._file.write(
            "INSERT INTO outbox (chat, body, urgent, at, due) VALUES (?, ?, ?, ?, ?)",
            (chat, body, int(is_urgent), now, now),
        )

    async def take(self, limit: int) -> tuple[Parcel, ...]:
        """The next reply of each chat, as far as it is due."""
        asked = {
            "now": self._clock.now(),
            "lease": times.LEASE,
            "owner": self._owner,
            "wait": times.LONGEST_WAIT,
            "limit": limit,
        }
        rows = await self._file.run(lambda connection: connection.execute(_TAKE, asked).fetchall())
        parcels = [Parcel(row[0], row[1], row[2], bool(row[3]), row[4], row[5]) for row in rows]
        return tuple(sorted(parcels, key=lambda one: (not one.is_urgent, one.id)))

    async def sent(self, parcel: Parcel) -> None:
        """The reply was sent."""
        await self._file.write("DELETE FROM outbox WHERE id = ?", (parcel.id,))

    async def later(self, parcel: Parcel, seconds: float) -> None:
        """Keep what is left of a reply."""
        due = self._clock.now() + min(seconds, times.LONGEST_WAIT)
        await self._file.write(
            "UPDATE outbox SET body = ?, tries = tries + 1, due = ?, held = 0 WHERE id = ?",
            (parcel.body, due, parcel.id),
        )

    async def chats(self) -> frozenset[str]:
        """The chats for which replies wait."""
        return frozenset(str(row[0]) for row in await self._file.read("SELECT chat FROM outbox"))

    async def backlog(self) -> Backlog:
        """How much waits."""
        ((number, since),) = await self._file.run(
            lambda connection: connection.execute(
                "SELECT count(*), coalesce(min(at), 0.0) FROM outbox"
            ).fetchall()
        )
        return Backlog(number, since)

    async def restart(self) -> None:
        """Let go of what an earlier run had in hand."""
        await self._file.write("UPDATE outbox SET held = 0 WHERE owner = ?", (self._owner,))
