"""Posting updates to the program's webhook directly, as many at a time as Telegram does."""

import asyncio
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import aiohttp

from benchmarks.reliability.program import SECRET, Program

_AT_ONCE = 40


@dataclass
class Poster:
    """Posts bodies and counts how they were answered; remembers how long each took."""

    program: Program
    secret: str = SECRET
    statuses: Counter[int] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)

    async def post(self, bodies: Iterable[bytes], *, every: float = 0) -> None:
        """Post all of them, one ``every`` so many seconds or as soon as may be."""
        free = asyncio.Semaphore(_AT_ONCE)
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.secret}
        url = f"{self.program.address}/telegram/webhook"
        async with aiohttp.ClientSession() as session:

            async def one(body: bytes) -> None:
                try:
                    begun = time.monotonic()
                    async with session.post(url, data=body, headers=headers) as answer:
                        self.statuses[answer.status] += 1
                    self.seconds.append(time.monotonic() - begun)
                finally:
                    free.release()

            async with asyncio.TaskGroup() as group:
                for body in bodies:
                    await free.acquire()
                    group.create_task(one(body))
                    if every:
                        await asyncio.sleep(every)

    def percentile(self, share: float) -> float:
        """How long a request took at most, for that share of them, in milliseconds."""
        return 1000 * sorted(self.seconds)[int(share * (len(self.seconds) - 1))]
