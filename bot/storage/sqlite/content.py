"""The content that was live, the switches and the audit log, in SQLite."""

import sqlite3

from bot.storage.content_row import MOST_DEEDS, MOST_VERSIONS, switches
from bot.storage.sqlite.file import SqliteFile
from faq.ports import Clock
from faq.versions import Deed, Off, Switches, Version

_TRIM = """
DELETE FROM content WHERE number <> ?1 AND number NOT IN (SELECT coalesce(live, 0) FROM switches)
    AND number NOT IN (SELECT number FROM content ORDER BY number DESC LIMIT ?2)
"""
_WENT_LIVE = """
INSERT INTO switches (one, live, passed_over) VALUES (1, ?, ?) ON CONFLICT (one) DO UPDATE SET
    live = excluded.live, passed_over = excluded.passed_over
"""
_TURN = """
INSERT INTO switches (one, off_reason, off_who, off_at) VALUES (1, ?, ?, ?)
ON CONFLICT (one) DO UPDATE SET
    off_reason = excluded.off_reason, off_who = excluded.off_who, off_at = excluded.off_at
"""
_TURNED = "SELECT live, passed_over, off_reason, off_who, off_at FROM switches"


class SqliteContent:
    """A row a version; one row of switches; a row a deed."""

    def __init__(self, file: SqliteFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock

    async def keep(self, digest: str, who: str, difference: str, tree: bytes) -> int:
        """Keep content that goes live, packed; its number, the same for the same digest."""
        row = (digest, self._clock.now(), who, difference, tree)

        def act(connection: sqlite3.Connection) -> int:
            connection.execute(
                "INSERT INTO content (digest, at, who, difference, tree) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (digest) DO NOTHING",
                row,
            )
            found = connection.execute("SELECT number FROM content WHERE digest = ?", (digest,))
            number = int(found.fetchone()[0])
            connection.execute(_TRIM, (number, MOST_VERSIONS))
            return number

        return await self._file.run(act)

    async def versions(self, limit: int) -> tuple[Version, ...]:
        """The versions kept, newest first."""

        def act(connection: sqlite3.Connection) -> tuple[Version, ...]:
            found = connection.execute(
                "SELECT number, digest, at, who, difference FROM content "
                "ORDER BY number DESC LIMIT ?",
                (limit,),
            )
            return tuple(Version(*row) for row in found)

        return await self._file.run(act)

    async def tree(self, number: int) -> bytes | None:
        """The packed content of a version; None if it is not kept."""

        def act(connection: sqlite3.Connection) -> bytes | None:
            found = connection.execute("SELECT tree FROM content WHERE number = ?", (number,))
            row = found.fetchone()
            return bytes(row[0]) if row else None

        return await self._file.run(act)

    async def switches(self) -> Switches:
        """How the switches stand."""
        rows = await self._file.read(_TURNED)
        return switches(rows[0] if rows else None)

    async def went_live(self, number: int, passed_over: str | None) -> None:
        """Note which version is live, and which content of the folder a rollback passes over."""
        await self._file.write(_WENT_LIVE, (number, passed_over))

    async def turn(self, off: Off | None) -> None:
        """Note that the assistant was turned off, or on."""
        said = (off.reason, off.who, off.at) if off else (None, None, None)
        await self._file.write(_TURN, said)

    async def note(self, who: str, what: str, detail: str) -> None:
        """Add a line to the audit log."""
        row = (self._clock.now(), who, what, detail)

        def act(connection: sqlite3.Connection) -> None:
            connection.execute("INSERT INTO audit (at, who, what, detail) VALUES (?, ?, ?, ?)", row)
            connection.execute(
                "DELETE FROM audit WHERE number <= (SELECT max(number) FROM audit) - ?",
                (MOST_DEEDS,),
            )

        await self._file.run(act)

    async def deeds(self, limit: int) -> tuple[Deed, ...]:
        """The lines of the audit log, newest first."""

        def act(connection: sqlite3.Connection) -> tuple[Deed, ...]:
            found = connection.execute(
                "SELECT at, who, what, detail FROM audit ORDER BY number DESC LIMIT ?", (limit,)
            )
            return tuple(Deed(*row) for row in found)

        return await self._file.run(act)
