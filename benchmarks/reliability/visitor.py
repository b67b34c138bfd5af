"""Somebody on the web page, in a process of their own: asks again and again until standard input
ends, then says how long each answer took.
"""

import asyncio
import json
import sys
import time
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp

_PAUSE = 0.05


@asynccontextmanager
async def visiting(address: str) -> AsyncIterator[list[float]]:
    """A visitor for as long as this lasts; afterwards, the seconds of each wait, shortest first."""
    waits: list[float] = []
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", __name__, address, stdin=PIPE, stdout=PIPE
    )
    try:
        yield waits
    finally:
        said, _ = await process.communicate(b"")
        waits += sorted(json.loads(said or "[]"))


async def _visit(address: str) -> list[float]:
    waits = []
    ended = asyncio.create_task(asyncio.to_thread(sys.stdin.read))
    async with aiohttp.ClientSession() as session:
        while not ended.done():
            begun = time.monotonic()
            async with session.post(f"{address}/api/chat", json={"text": "身份证丢了"}) as answer:
                await answer.read()
                assert answer.status == 200
            waits.append(time.monotonic() - begun)
            await asyncio.sleep(_PAUSE)
    return waits


if __name__ == "__main__":
    print(json.dumps(asyncio.run(_visit(sys.argv[1]))))
