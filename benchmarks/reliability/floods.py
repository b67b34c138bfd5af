"""A chat that floods, and a disk that is full."""

import asyncio
import resource
import statistics
import time

from benchmarks.reliability.program import until
from benchmarks.reliability.stage import FIRST, QUESTION, Stage, stage

_OTHERS = 40
_FLOOD = 200
_PAUSE = 0.1


async def flood() -> None:
    """How long others wait for their answer, without and beside a chat that sends 200 messages."""
    async with stage(webhook=True) as on:
        await _waits(on, FIRST)  # to warm up
        alone = await _waits(on, FIRST + 1_000)
        flooding = asyncio.create_task(_flood(on))
        beside = await _waits(on, FIRST + 2_000)
        await flooding
        answered = await _all_answered(on)
    print(
        f"alone an answer takes {_said(alone)}; beside a chat that sends {_FLOOD} messages "
        f"{_said(beside)}; that chat got {answered} answers",
        flush=True,
    )


async def _flood(on: Stage) -> None:
    for _ in range(_FLOOD):
        await on.fake.say(1, QUESTION)


async def _all_answered(on: Stage) -> int:
    async def is_so() -> bool:
        return len(on.fake.sent(1)) >= _FLOOD

    await until(is_so, 60)
    return len(on.fake.sent(1))


async def _waits(on: Stage, first: int) -> list[float]:
    """Milliseconds that each of a few chats waits, one asking after the other."""
    waits = []
    for chat in range(first, first + _OTHERS):
        begun = time.monotonic()
        await on.fake.say(chat, QUESTION)
        await on.fake.wait_sent(chat, 1)
        waits.append(1000 * (time.monotonic() - begun))
        await asyncio.sleep(_PAUSE)
    return waits


def _said(waits: list[float]) -> str:
    return f"{statistics.median(waits):.0f} ms, at most {max(waits):.0f}"


async def full() -> None:
    """No file may grow any more: what is answered, when it is seen, when it is over."""
    async with stage(webhook=True) as on:
        assert on.program.process
        number, size = on.program.process.pid, resource.RLIMIT_FSIZE
        before = resource.prlimit(number, size)
        resource.prlimit(number, size, (1, before[1]))
        chats = await on.ask(200, per_second=20)
        begun = time.monotonic()
        verdict = await on.settled(chats, 30)
        seen = await until(lambda: on.program.is_ready(ready=False), 30)
        red = time.monotonic() - begun
        resource.prlimit(number, size, before)
        begun = time.monotonic()
        over = await until(lambda: on.program.is_ready(ready=True), 40)
        healed = time.monotonic() - begun
    print(
        f"disk full: {verdict}; seen {seen} within {10 + red:.0f} s, over {over} after "
        f"{healed:.0f} s",
        flush=True,
    )
