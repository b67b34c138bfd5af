"""The content that was live, the switches and the audit log, in PostgreSQL."""

from bot.storage.content_row import MOST_DEEDS, MOST_VERSIONS, switches
from bot.storage.postgres.server import PostgresServer
from faq.ports import Clock
from faq.versions import Deed, Off, Switches, Version

_KEEP = """
INSERT INTO content (digest, at, who, difference, tree) VALUES (%s, %s, %s, %s, %s)
ON CONFLICT (digest) DO UPDATE SET digest = excluded.digest RETURNING number
"""
_TRIM = """
DELETE FROM content WHERE number <> %s AND number NOT IN (SELECT coalesce(live, 0) FROM switches)
    AND number NOT IN (SELECT number FROM content ORDER BY number DESC LIMIT %s)
"""
_WENT_LIVE = """
INSERT INTO switches (one, live, passed_over) VALUES (1, %s, %s) ON CONFLICT (one) DO UPDATE SET
    live = excluded.live, passed_over = excluded.passed_over
"""
_TURN = """
INSERT INTO switches (one, off_reason, off_who, off_at) VALUES (1, %s, %s, %s)
ON CONFLICT (one) DO UPDATE SET
    off_reason = excluded.off_reason, off_who = excluded.off_who, off_at = excluded.off_at
"""
_TURNED = "SELECT live, passed_over, off_reason, off_who, off_at FROM switches"


class PostgresContent:
    """A row a version; one row of switches; a row a deed."""

    def __init__(self, server: PostgresServer, clock: Clock) -> None:
        self._server = server
        self._clock = clock

    async def keep(self, digest: str, who: str, difference: str, tree: bytes) -> int:
        """Keep content that goes live, packed; its number, the same for the same digest."""
        ((number,),) = await self._server.run(
            _KEEP, (digest, self._clock.now(), who, difference, tree)
        )
        await self._server.run(_TRIM, (number, MOST_VERSIONS))
        return int(str(number))

    async def versions(self, limit: int) -> tuple[Version, ...]:
        """The versions kept, newest first."""
        rows = await self._server.run(
            "SELECT number, digest, at, who, difference FROM content ORDER BY number DESC LIMIT %s",
            (limit,),
        )
        return tuple(
            Version(int(str(number)), str(digest), float(str(at)), str(who), str(difference))
            for number, digest, at, who, difference in rows
        )

    async def tree(self, number: int) -> bytes | None:
        """The packed content of a version; None if it is not kept."""
        rows = await self._server.run("SELECT tree FROM content WHERE number = %s", (number,))
        return next((tree for (tree,) in rows if isinstance(tree, bytes)), None)

    async def switches(self) -> Switches:
        """How the switches stand."""
        rows = await self._server.run(_TURNED)
        return switches(rows[0] if rows else None)

    async def went_live(self, number: int, passed_over: str | None) -> None:
        """Note which version is live, and which content of the folder a rollback passes over."""
        await self._server.run(_WENT_LIVE, (number, passed_over))

    async def turn(self, off: Off | None) -> None:
        """Note that the assistant was turned off, or on."""
        said = (off.reason, off.who, off.at) if off else (None, None, None)
        await self._server.run(_TURN, said)

    async def note(self, who: str, what: str, detail: str) -> None:
        """Add a line to the audit log."""
        await self._server.run(
            "INSERT INTO audit (at, who, what, detail) VALUES (%s, %s, %s, %s)",
            (self._clock.now(), who, what, detail),
        )
        await self._server.run(
            "DELETE FROM audit WHERE number <= (SELECT max(number) FROM audit) - %s", (MOST_DEEDS,)
        )

    async def deeds(self, limit: int) -> tuple[Deed, ...]:
        """The lines of the audit log, newest first."""
        rows = await self._server.run(
            "SELECT at, who, what, detail FROM audit ORDER BY number DESC LIMIT %s", (limit,)
        )
        return tuple(
            Deed(float(str(at)), str(who), str(what), str(detail)) for at, who, what, detail in rows
        )
