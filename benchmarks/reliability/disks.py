"""The database is locked, removed and damaged while people ask on the web page."""

import sqlite3
import time
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

import aiohttp

from benchmarks.reliability.program import until
from benchmarks.reliability.stage import Stage, stage


async def disk() -> None:
    """For each: whether questions and cards are answered, when it is seen, when it is over."""
    async with stage() as on:
        file = on.program.folder / "jingwu.db"
        with closing(sqlite3.connect(file, timeout=10, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await _watch(on, "locked", lambda: other.execute("COMMIT"))

        for ending in ("", "-wal", "-shm"):
            Path(f"{file}{ending}").unlink(missing_ok=True)
        await _watch(on, "removed", None)
        with file.open("r+b") as damaged:
            damaged.write(b"?" * 4096)
        await _watch(on, "damaged", None)


async def _watch(on: Stage, what: str, mend: Callable[[], object] | None) -> None:
    begun = time.monotonic()
    answers = [await _asked(on, text) for text in ("补办身份证要多少钱", "家里着火了") * 3]
    slowest = max(seconds for seconds, _ in answers)
    all_answered = all(is_answered for _, is_answered in answers)
    seen = await _seconds(begun, lambda: on.program.is_ready(ready=False), 30)
    if mend:
        mend()
    begun = time.monotonic()
    over = await _seconds(begun, lambda: on.program.is_ready(ready=True), 40)
    print(
        f"{what}: answered {all_answered}, slowest {slowest:.2f} s; "
        f"seen after {seen} s, over after {over} s",
        flush=True,
    )


async def _seconds(begun: float, is_so: Callable[[], Awaitable[bool]], most: float) -> str:
    return f"{time.monotonic() - begun:.0f}" if await until(is_so, most) else "-"


async def _asked(on: Stage, text: str) -> tuple[float, bool]:
    begun = time.monotonic()
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{on.program.address}/api/chat", json={"text": text}) as answer,
    ):
        reply = await answer.json()
    is_answered = reply["outcome"] in ("answered", "emergency") or bool(reply["alert"])
    return time.monotonic() - begun, is_answered
