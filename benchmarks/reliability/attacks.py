"""900 connections that never finish their headers, 500 that trickle their body, and a visitor."""

import asyncio
import time

from benchmarks.reliability.program import SECRET
from benchmarks.reliability.stage import stage
from benchmarks.reliability.visitor import visiting

_HEADERS, _BODIES = 900, 500
_MOST = 30.0
_HALF = b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "
_BODY = (
    b"POST /telegram/webhook HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n"
    b"X-Telegram-Bot-Api-Secret-Token: " + SECRET.encode() + b"\r\n\r\n{"
)


async def slow() -> None:
    """How long they live, and how long the visitor waits meanwhile."""
    async with stage(webhook=True) as on:
        before = len(on.program.log.read_bytes())
        port = on.program.port
        async with visiting(on.program.address) as waits:
            lives = await asyncio.gather(
                *(_lives(port, _HALF) for _ in range(_HEADERS)),
                *(_lives(port, _BODY) for _ in range(_BODIES)),
            )
        written = len(on.program.log.read_bytes()) - before
    headers, bodies = lives[:_HEADERS], lives[_HEADERS:]
    print(
        f"half headers closed within {max(headers):.0f} s, slow bodies within {max(bodies):.0f} s; "
        f"a visitor waited at most {1000 * waits[-1]:.0f} ms (median "
        f"{1000 * waits[len(waits) // 2]:.0f}); {written} bytes of log",
        flush=True,
    )


async def _lives(port: int, begin: bytes) -> float:
    """Seconds until the server closes a connection that goes on a byte every five seconds."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    begun = time.monotonic()
    writer.write(begin)
    reading = asyncio.create_task(reader.read())
    try:
        while time.monotonic() - begun < _MOST:
            done, _ = await asyncio.wait([reading], timeout=5)
            if done:
                break
            writer.write(b"a")
    finally:
        reading.cancel()
        writer.close()
    return time.monotonic() - begun
