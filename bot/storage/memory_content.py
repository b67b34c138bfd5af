"""The content store in memory: for tests, for dry runs, and while the database is down."""

from collections import deque
from dataclasses import replace

from bot.storage.content_row import MOST_DEEDS, MOST_VERSIONS
from faq.ports import Clock
from faq.versions import Deed, Off, Switches, Version


class MemoryContent:
    """Keeps the promises of the content store for as long as the process lives."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._versions: dict[int, Version] = {}
        self._trees: dict[int, bytes] = {}
        self._switches = Switches()
        self._deeds: deque[Deed] = deque(maxlen=MOST_DEEDS)

    async def keep(self, digest: str, who: str, difference: str, tree: bytes) -> int:
        """Keep content that goes live, packed; its number, the same for the same digest."""
        for one in self._versions.values():
            if one.digest == digest:
                return one.number
        number = max(self._versions, default=0) + 1
        self._versions[number] = Version(number, digest, self._clock.now(), who, difference)
        self._trees[number] = tree
        removable = [
            one for one in sorted(self._versions) if one not in (number, self._switches.live)
        ]
        for old in removable[: max(0, len(self._versions) - MOST_VERSIONS)]:
            del self._versions[old], self._trees[old]
        return number

    async def versions(self, limit: int) -> tuple[Version, ...]:
        """The versions kept, newest first."""
        return tuple(self._versions[number] for number in sorted(self._versions)[::-1][:limit])

    async def tree(self, number: int) -> bytes | None:
        """The packed content of a version; None if it is not kept."""
        return self._trees.get(number)

    async def switches(self) -> Switches:
        """How the switches stand."""
        return self._switches

    async def went_live(self, number: int, passed_over: str | None) -> None:
        """Note which version is live, and which content of the folder a rollback passes over."""
        self._switches = replace(self._switches, live=number, passed_over=passed_over)

    async def turn(self, off: Off | None) -> None:
        """Note that the assistant was turned off, or on."""
        self._switches = replace(self._switches, off=off)

    async def note(self, who: str, what: str, detail: str) -> None:
        """Add a line to the audit log."""
        self._deeds.append(Deed(self._clock.now(), who, what, detail))

    async def deeds(self, limit: int) -> tuple[Deed, ...]:
        """The lines of the audit log, newest first."""
        return tuple(self._deeds)[::-1][:limit]
