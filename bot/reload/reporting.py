"""After content went live: which answers changed, worked out aside and told when it is ready."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.reload.apart import Crashed, apart
from bot.reload.building import Live
from bot.reload.comparing import Comparison, flips
from bot.reload.flips import Flips

_log = logging.getLogger(__name__)
_ASKED = 1000
_LONGEST = 900.0
_QUIET = 3.0  # seconds without newer content, before so much is asked

Recent = Callable[[int], Awaitable[tuple[str, ...]]]


class FlipReporter:
    """Compares what is live with what was live when it last reported, so that nothing is left out
    when versions follow each other quickly.
    """

    def __init__(
        self,
        work: Path,
        recent: Recent,
        ready: Callable[[Flips], None],
        *,
        quiet: float = _QUIET,
    ) -> None:
        self.latest: Flips | None = None
        self._work = work
        self._recent = recent
        self._ready = ready
        self._quiet = quiet
        self._since: Live | None = None
        self._task: asyncio.Task[None] | None = None

    def went_live(self, before: Live | None, after: Live) -> frozenset[Path]:
        """Compare in the background; says which folders that takes."""
        if self._task:
            self._task.cancel()
        self._since = self._since or before
        if self._since is None or self._since.version == after.version:
            self._since = None
            return frozenset()
        self._task = asyncio.create_task(self._report(self._since, after))
        return frozenset({self._since.folder, after.folder})

    async def close(self) -> None:
        """End what is being compared."""
        if self._task:
            self._task.cancel()
            await asyncio.wait([self._task])

    async def _report(self, before: Live, after: Live) -> None:
        await asyncio.sleep(self._quiet)
        asked = await self._recent(_ASKED)
        try:
            compared = Comparison(before, after, asked, self._work)
            found = await apart(flips, compared, seconds=_LONGEST, in_no_hurry=True)
        except Crashed as fault:
            _log.error("the answers of %s were not compared: %s", after.version, fault)
            return
        self._since = None
        self.latest = found
        self._ready(found)
