"""Updates handled at the same time, those of one chat one after the other."""

import asyncio
from collections.abc import Awaitable, Callable

import telegram


class Lanes:
    """A lane a chat; lanes that are empty are forgotten."""

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
