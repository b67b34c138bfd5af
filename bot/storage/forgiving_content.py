"""The content store while the database is down: the switches stay as they were turned."""

from dataclasses import replace

from bot.storage.faults import Faults
from faq.ports import ContentStore
from faq.versions import Deed, Off, Switches, Version

NOT_KEPT = 0


class ForgivingContent:
    """A fault costs the way back to a version, never the answers or the switch."""

    def __init__(self, store: ContentStore, faults: Faults) -> None:
        self._store = store
        self._faults = faults
        self._switches = Switches()

    async def keep(self, digest: str, who: str, difference: str, tree: bytes) -> int:
        """Keep content that goes live; number 0 if that is not possible."""
        act = self._store.keep(digest, who, difference, tree)
        return await self._faults.attempt("content", act, NOT_KEPT, patient=True)

    async def versions(self, limit: int) -> tuple[Version, ...]:
        """The versions kept, as far as they can be read."""
        act = self._store.versions(limit)
        return await self._faults.attempt("content", act, (), patient=True)

    async def tree(self, number: int) -> bytes | None:
        """The packed content of a version, if it can be read."""
        act = self._store.tree(number)
        return await self._faults.attempt("content", act, None, patient=True)

    async def switches(self) -> Switches:
        """How the switches stand, or stood when they could last be read."""
        act = self._store.switches()
        self._switches = await self._faults.attempt("switches", act, self._switches, patient=True)
        return self._switches

    async def went_live(self, number: int, passed_over: str | None) -> None:
        """Note which version is live, for this process at least."""
        self._switches = replace(self._switches, live=number, passed_over=passed_over)
        act = self._store.went_live(number, passed_over)
        await self._faults.attempt("switches", act, None, patient=True)

    async def turn(self, off: Off | None) -> None:
        """Note that the assistant was turned off, or on, for this process at least."""
        self._switches = replace(self._switches, off=off)
        await self._faults.attempt("switches", self._store.turn(off), None, patient=True)

    async def note(self, who: str, what: str, detail: str) -> None:
        """Add a line to the audit log, if that is possible."""
        act = self._store.note(who, what, detail)
        await self._faults.attempt("audit", act, None, patient=True)

    async def deeds(self, limit: int) -> tuple[Deed, ...]:
        """The lines of the audit log, as far as they can be read."""
        return await self._faults.attempt("audit", self._store.deeds(limit), (), patient=True)
