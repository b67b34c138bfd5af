"""One run at a time: what is wished for meanwhile is one more run, for the last wish."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

W = TypeVar("W")
R = TypeVar("R")


class Merging(Generic[W, R]):
    """Calls ``act`` with one wish at a time.

    Of the wishes that wait, ``prefer`` says which of two stands; all who wait get its result.
    """

    def __init__(self, act: Callable[[W], Awaitable[R]], prefer: Callable[[W, W], W]) -> None:
        self._act = act
        self._prefer = prefer
        self._running = asyncio.Lock()
        self._waiting: asyncio.Task[R] | None = None
        self._wishes: list[W] = []
        self._tasks: set[asyncio.Task[R]] = set()

    async def __call__(self, wish: W) -> R:
        """The result of a run that begins after now, with this wish or one that stands for it."""
        self._wishes = [self._prefer(self._wishes[0], wish) if self._wishes else wish]
        if self._waiting is None:
            self._waiting = asyncio.create_task(self._run())
            self._tasks.add(self._waiting)
            self._waiting.add_done_callback(self._tasks.discard)
        return await asyncio.shield(self._waiting)

    async def alone(self, act: Callable[[], Awaitable[None]]) -> None:
        """Do something else while nothing runs; wishes wait."""
        async with self._running:
            await act()

    async def close(self) -> None:
        """End what runs and what waits."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _run(self) -> R:
        async with self._running:
            wish = self._wishes.pop()
            self._waiting = None
            return await self._act(wish)
