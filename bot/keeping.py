"""The storage as the program uses it: opened, forgiving, swept, and measured."""

import asyncio
import socket
from contextlib import AsyncExitStack
from dataclasses import dataclass

from bot.background import Work
from bot.config import Config
from bot.parts import Parts
from bot.storage import Storage, open_storage
from bot.storage.batched import BatchedJournal
from bot.storage.faults import Faults
from bot.storage.forgiving import forgiving
from faq.ports import Backlog, Clock

_SWEEP_SECONDS = 10.0  # a fault is seen, and seen to be over, within this time


@dataclass
class _Sweeper:
    """Sweeps the storage, and knows how much waits in the outbox."""

    storage: Storage
    clock: Clock
    backlog: Backlog = Backlog(0, 0.0)  # noqa: RUF009 - it is frozen

    async def run(self) -> None:
        """Sweep again and again, for ever."""
        while True:
            await asyncio.sleep(_SWEEP_SECONDS)
            await self.storage.sweep()
            self.backlog = await self.storage.outbox.backlog()

    def oldest(self) -> float:
        """How many seconds the oldest reply waits."""
        return self.clock.now() - self.backlog.since if self.backlog.count else 0.0


async def keep(stack: AsyncExitStack, parts: Parts) -> tuple[Storage, BatchedJournal]:
    """The storage and the journal; when ``stack`` ends, all that was noted is written."""
    config, clock, metrics = parts.config, parts.clock, parts.metrics
    engine = await open_storage(config.database, clock, _owner(config))
    stack.push_async_callback(engine.close)
    storage = forgiving(engine, faults := Faults(), clock)
    journal = BatchedJournal(storage.journal, clock, keeps_text=config.journal_text != "none")
    stack.push_async_callback(journal.flush)
    sweeper = _Sweeper(storage, clock)
    parts.background.start(Work("the journal", journal.run))
    parts.background.start(Work("sweeping", sweeper.run))
    parts.health.add("storage", lambda: faults.fault)
    metrics.gauge("storage_errors", "Uses of the storage that failed", lambda: faults.count)
    metrics.gauge("journal_lost", "Journal rows lost", lambda: journal.lost)
    metrics.gauge("outbox_waiting", "Replies that wait", lambda: sweeper.backlog.count)
    metrics.gauge("outbox_oldest_seconds", "How long the oldest waits", sweeper.oldest)
    return storage, journal


def _owner(config: Config) -> str:
    """A name that stays over restarts, and that no two processes have at once."""
    return f"{socket.gethostname()}:{config.port}"
