"""Work beside the requests, for as long as the program runs: none of it dies or hangs unnoticed."""

import asyncio
import logging
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import PurePath

_log = logging.getLogger(__name__)
Sleep = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Work:
    """Something that goes on; ``idle`` tells how many seconds ago it last showed a sign of life,
    if it shows any.
    """

    name: str
    act: Callable[[], Awaitable[None]]
    idle: Callable[[], float] | None = None


class Background:
    """Begins work, and begins it anew when it ends badly or shows no sign of life for too long."""

    def __init__(self, *, look: float = 5.0, frozen: float = 50.0) -> None:
        self._look = look
        self._frozen = frozen
        self._tasks: list[asyncio.Task[None]] = []
        self._wrong: dict[str, str] = {}

    @property
    def trouble(self) -> str | None:
        """What had to be begun anew and has not been well since."""
        return "; ".join(f"{name} {said}" for name, said in self._wrong.items()) or None

    def start(self, work: Work) -> None:
        """Begin."""
        self._tasks.append(asyncio.create_task(self._go_on(work), name=work.name))

    async def close(self) -> None:
        """End everything, what was begun last first."""
        while self._tasks:
            task = self._tasks.pop()
            task.cancel()
            await asyncio.wait([task])

    async def _go_on(self, work: Work) -> None:
        while True:
            task = asyncio.ensure_future(work.act())
            try:
                said = await self._watched(task, work)
            finally:
                await _end(task)
            if said is None:
                return
            self._wrong[work.name] = said
            _log.error("%s %s; it begins anew", work.name, said)
            await asyncio.sleep(self._look)

    async def _watched(self, task: "asyncio.Future[None]", work: Work) -> str | None:
        """What made it end, None if it came to its end."""
        while True:
            done, _ = await asyncio.wait([task], timeout=self._look)
            if done:
                return _fault(task)
            if work.idle is not None and work.idle() > self._frozen:
                return "hangs"
            self._wrong.pop(work.name, None)


async def _end(task: "asyncio.Future[None]") -> None:
    if not task.done():
        task.cancel()
        await asyncio.wait([task])


def _fault(task: "asyncio.Future[None]") -> str | None:
    error = None if task.cancelled() else task.exception()
    if error is None:
        return None
    (*_, last) = traceback.extract_tb(error.__traceback__)
    return f"failed: {type(error).__name__} at {PurePath(last.filename).name}:{last.lineno}"
