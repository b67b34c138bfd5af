"""The journal off the hot path: rows are collected in memory and written together."""

import asyncio
import logging
from collections import deque
from dataclasses import replace
from itertools import islice

from bot.storage.engine import JournalRows, Row
from faq.ports import Clock, Noted

_log = logging.getLogger(__name__)
_EVERY = 0.5  # seconds
_TOGETHER = 500
_MOST = 10_000


class BatchedJournal:
    """A journal whose rows are on the disk within a second, or when it is flushed.

    While they cannot be written they wait; beyond a limit the oldest are lost, which is counted.
    """

    def __init__(self, rows: JournalRows, clock: Clock, *, keeps_text: bool = True) -> None:
        self._rows = rows
        self._clock = clock
        self._keeps_text = keeps_text
        self._waiting: deque[Row] = deque()
        self._writing = asyncio.Lock()
        self.lost = 0

    async def record(self, noted: Noted) -> None:
        """Note how a turn ended."""
        if not self._keeps_text:
            noted = replace(noted, question=None)
        if len(self._waiting) == _MOST:
            self._waiting.popleft()
            self.lost += 1
        self._waiting.append(Row(self._clock.now(), noted))

    async def recent(self, limit: int) -> tuple[str, ...]:
        """The questions asked last, newest first."""
        await self.flush()
        return await self._rows.recent(limit)

    async def rate(self, id: str, mark: str, reason: str | None) -> None:
        """Note what the person thought of a turn."""
        await self.flush()
        await self._rows.rate(id, mark, reason)

    async def flush(self) -> None:
        """Write what waits, as far as it can be written."""
        async with self._writing:
            while self._waiting:
                batch = list(islice(self._waiting, _TOGETHER))
                if not await self._rows.add(batch):
                    return
                for row in batch:
                    if self._waiting and self._waiting[0] is row:  # else it was lost meanwhile
                        self._waiting.popleft()

    async def run(self) -> None:
        """Write again and again, for ever."""
        while True:
            await asyncio.sleep(_EVERY)
            await self.flush()


class NoJournal:
    """Keeps nothing: for questions that nobody asked, as those of ``jingwu ask``."""

    async def record(self, noted: Noted) -> None:
        """Pass over a turn."""

    async def recent(self, limit: int) -> tuple[str, ...]:  # noqa: ARG002
        """Nothing was kept."""
        return ()

    async def rate(self, id: str, mark: str, reason: str | None) -> None:
        """Pass over a mark."""
