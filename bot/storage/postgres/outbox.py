"""Replies that wait, in PostgreSQL."""

from bot.storage import times
from bot.storage.postgres.server import PostgresServer
from faq.ports import Backlog, Clock, Parcel

# What is due or held beyond the longest wait was so before the clock was set back. Two processes
# may look at once: whoever locks a row first has it, the other passes it over.
_TAKE = """
UPDATE outbox SET held = %(now)s + %(lease)s, owner = %(owner)s WHERE id IN (
    SELECT id FROM outbox
    WHERE id IN (SELECT DISTINCT ON (chat) id FROM outbox ORDER BY chat, urgent DESC, id)
      AND (due <= %(now)s OR due > %(now)s + %(wait)s)
      AND (held <= %(now)s OR held > %(now)s + %(wait)s)
    ORDER BY urgent DESC, id LIMIT %(limit)s
    FOR UPDATE SKIP LOCKED
)
RETURNING id, chat, body, urgent, at, tries
"""


class PostgresOutbox:
    """Replies in the order they were put, urgent ones ahead."""

    def __init__(self, server: PostgresServer, clock: Clock, owner: str) -> None:
        self._server = server
        self._clock = clock
        self._owner = owner

    async def put(self, chat: str, body: str, *, is_urgent: bool) -> None:
        """Keep a reply until it is sent."""
        now = self._clock.now()
        await self._server.run(
            "INSERT INTO outbox (chat, body, urgent, at, due) VALUES (%s, %s, %s, %s, %s)",
            (chat, body, is_urgent, now, now),
        )

    async def take(self, limit: int) -> tuple[Parcel, ...]:
        """The next reply of each chat, as far as it is due."""
        asked = {
            "now": self._clock.now(),
            "lease": float(times.LEASE),
            "owner": self._owner,
            "wait": float(times.LONGEST_WAIT),
            "limit": limit,
        }
        parcels = [_parcel(row) for row in await self._server.run(_TAKE, asked)]
        return tuple(sorted(parcels, key=lambda one: (not one.is_urgent, one.id)))

    async def sent(self, parcel: Parcel) -> None:
        """The reply was sent."""
        await self._server.run("DELETE FROM outbox WHERE id = %s", (parcel.id,))

    async def later(self, parcel: Parcel, seconds: float) -> None:
        """Keep what is left of a reply."""
        due = self._clock.now() + min(seconds, times.LONGEST_WAIT)
        await self._server.run(
            "UPDATE outbox SET body = %s, tries = tries + 1, due = %s, held = 0 WHERE id = %s",
            (parcel.body, due, parcel.id),
        )

    async def chats(self) -> frozenset[str]:
        """The chats for which replies wait."""
        rows = await self._server.run("SELECT DISTINCT chat FROM outbox")
        return frozenset(str(row[0]) for row in rows)

    async def backlog(self) -> Backlog:
        """How much waits."""
        ((number, since),) = await self._server.run(
            "SELECT count(*), coalesce(min(at), 0) FROM outbox"
        )
        return Backlog(int(str(number)), float(str(since)))

    async def restart(self) -> None:
        """Let go of what an earlier run had in hand."""
        await self._server.run("UPDATE outbox SET held = 0 WHERE owner = %s", (self._owner,))


def _parcel(row: tuple[object, ...]) -> Parcel:
    number, chat, body, is_urgent, at, tries = row
    assert isinstance(number, int)  # noqa: S101 - the columns' types
    assert isinstance(at, float)  # noqa: S101
    assert isinstance(tries, int)  # noqa: S101
    return Parcel(number, str(chat), str(body), bool(is_urgent), at, tries)
