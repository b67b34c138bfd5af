"""Every act of staff on the content and the switch, whatever channel it comes through."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.reload import archive
from bot.reload.difference import Change, differences
from bot.reload.flips import Flips
from bot.reload.reloader import Reloader, Standing
from bot.reload.reporting import FlipReporter
from bot.reload.result import Result, Status, Wish
from faq.ports import Clock, ContentStore
from faq.switch import Switch
from faq.versions import Off, Switches, Version

_SHOWN = 15
_ELSEWHERE = "another instance"


@dataclass(frozen=True, slots=True)
class Difference:
    """What going to a version would change in what is live."""

    number: int
    changes: tuple[Change, ...]


class Office:
    """Reloads, goes back, turns off and on; each act is in the audit log."""

    def __init__(
        self,
        reloader: Reloader,
        reporter: FlipReporter,
        store: ContentStore,
        switch: Switch,
        clock: Clock,
    ) -> None:
        self._reloader = reloader
        self._reporter = reporter
        self._store = store
        self._switch = switch
        self._clock = clock
        self._turning = asyncio.Lock()
        self._begun: set[asyncio.Task[None]] = set()
        self.fault: str | None = None

    @property
    def flips(self) -> Flips | None:
        """The answers that changed last, once they are known."""
        return self._reporter.latest

    @property
    def standing(self) -> Standing:
        """What is live."""
        return self._reloader.standing

    @property
    def version(self) -> str | None:
        """The version that is live."""
        return self.standing.live.version if self.standing.live else None

    @property
    def trouble(self) -> str | None:
        """Why citizens are not answered, or not from what is in the folder; None if all is well."""
        if self._switch.is_off:
            return "turned off by staff"
        return self.fault

    async def reload(self, wish: Wish) -> Result:
        """Bring the content that is wished for live, if it is sound."""
        result = await self._reloader.reload(wish)
        if result.status in (Status.LIVE, Status.UNCHANGED):
            self.fault = None
        return result

    def begin(self, wish: Wish, then: Callable[[Result], None] = lambda _: None) -> None:
        """Reload in the background; ``then`` hears how it ended."""

        async def act() -> None:
            then(await self.reload(wish))

        task = asyncio.create_task(act())
        self._begun.add(task)
        task.add_done_callback(self._begun.discard)

    async def versions(self) -> tuple[Version, ...]:
        """The versions kept last, newest first."""
        return await self._store.versions(_SHOWN)

    async def difference(self, number: int) -> Difference | None:
        """What going to a version would change; None if it is not kept or nothing is live."""
        tree, live = await self._store.tree(number), self.standing.live
        if tree is None or live is None:
            return None
        return Difference(number, await asyncio.to_thread(_changes, live.folder, tree))

    async def turn_off(self, who: str, reason: str) -> None:
        """Stop answering, on every channel and over restarts; cards are still shown."""
        async with self._turning:
            self._switch.is_off = True
            await self._store.turn(Off(reason, who, self._clock.now()))
        await self._store.note(who, "off", reason)

    async def turn_on(self, who: str) -> None:
        """Answer again."""
        async with self._turning:
            self._switch.is_off = False
            await self._store.turn(None)
        await self._store.note(who, "on", "")

    async def follow(self, seconds: float) -> None:
        """Do as another process on the same storage was told, for ever."""
        while True:
            await asyncio.sleep(seconds)
            async with self._turning:
                switches = await self._store.switches()
                self._switch.is_off = switches.off is not None
            if self._is_behind(switches):
                await self.reload(Wish(_ELSEWHERE, number=switches.live))

    async def close(self) -> None:
        """End what was begun."""
        for task in self._begun:
            task.cancel()
        await asyncio.gather(*self._begun, return_exceptions=True)
        await self._reporter.close()
        await self._reloader.close()

    def _is_behind(self, switches: Switches) -> bool:
        is_rollback = switches.passed_over is not None and switches.live is not None
        return is_rollback and switches.live != self.standing.number


def _changes(live: Path, tree: bytes) -> tuple[Change, ...]:
    return differences(live, archive.unpack(tree, live.parent))
