"""Asking Telegram for updates, for an operator without a public address."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, Protocol

import telegram

from bot.telegram_api import RawUpdate, TelegramBot
from bot.telegram_line import Line, keep_trying
from handlers.messenger import updates
from handlers.messenger.register import KINDS
from handlers.messenger.sending import Sleep

_log = logging.getLogger(__name__)


class Handles(Protocol):
    """What answers updates."""

    async def handle(self, update: telegram.Update) -> None:
        """Answer an update; never raises."""
        ...


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds: of waiting for updates, for a slow chat, and for what is in hand when we stop."""

    poll: int = 30
    patience: float = 20.0
    drain: float = 8.0


_PACE: Final = Pace()


class Poller:
    """Polls for ever; nothing Telegram does ends it, only being cancelled."""

    def __init__(
        self,
        bot: TelegramBot,
        messenger: Handles,
        *,
        pace: Pace = _PACE,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._lanes = _Lanes(messenger.handle)
        self._pace = pace
        self._sleep = sleep
        self._line = Line()
        self._offset: int | None = None
        self._alive = time.monotonic()

    @property
    def state(self) -> str:
        """``ok``, or in one sentence what is wrong."""
        return self._line.state

    def idle(self) -> float:
        """How many seconds ago it last did something."""
        return time.monotonic() - self._alive

    async def run(self) -> None:
        """Delete the webhook, then poll; when cancelled, finish what is in hand."""
        await self._bot.initialize()
        try:
            await keep_trying(self._bot.delete_webhook, self._line, self._sleep)
            while True:
                batch = await keep_trying(self._fetch, self._line, self._sleep)
                await self._handle(batch)
        finally:
            await self._lanes.close(self._pace.drain)

    async def _fetch(self) -> list[RawUpdate]:
        self._alive = time.monotonic()
        return await self._bot.raw_updates(offset=self._offset, wait=self._pace.poll, kinds=KINDS)

    async def _handle(self, batch: list[RawUpdate]) -> None:
        """Handle a batch, then let Telegram forget it.

        A chat in which Telegram makes us wait holds up the others no longer than our patience;
        its answers go on beside the next batch.
        """
        tasks = []
        for raw in batch:
            update = updates.read(raw, self._bot)
            if update is None:
                _log.warning("passed over update %s, which cannot be read", raw["update_id"])
            else:
                tasks.append(self._lanes.put(update))
        if tasks:
            await asyncio.wait(tasks, timeout=self._pace.patience)
        self._offset = _after(batch)


class _Lanes:
    """Handles updates at the same time, those of one chat one after the other."""

    def __init__(self, handle: Callable[[telegram.Update], Awaitable[None]]) -> None:
        self._handle = handle
        self._last: dict[int, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def put(self, update: telegram.Update) -> asyncio.Task[None]:
        """Handle an update after those of its chat that came before."""
        chat = update.effective_chat
        lane = chat.id if chat else -update.update_id
        task = asyncio.create_task(self._follow(self._last.get(lane), update))
        self._last[lane] = task
        self._tasks.add(task)
        task.add_done_callback(lambda done: self._leave(lane, done))
        return task

    async def close(self, timeout: float) -> None:
        """Wait for what is in hand, then stop what is not finished."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=timeout)
        unfinished = list(self._tasks)
        for task in unfinished:
            task.cancel()
        await asyncio.gather(*unfinished, return_exceptions=True)

    async def _follow(self, before: asyncio.Task[None] | None, update: telegram.Update) -> None:
        if before is not None:
            await asyncio.wait([before])
        await self._handle(update)

    def _leave(self, lane: int, done: asyncio.Task[None]) -> None:
        self._tasks.discard(done)
        if self._last.get(lane) is done:
            del self._last[lane]


def _after(batch: list[RawUpdate]) -> int | None:
    # Once nothing waits, everything before is forgotten and no offset is needed; after a quiet
    # week numbers begin anew, perhaps lower.
    numbers = [number for raw in batch if isinstance(number := raw["update_id"], int)]
    return max(numbers) + 1 if numbers else None
