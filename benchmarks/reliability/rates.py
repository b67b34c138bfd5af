"""Updates a second beside a bot that only repeats, and how long each takes at half load."""

import asyncio
import os
import sys
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from itertools import cycle

from benchmarks.reliability.deliveries import bodies
from benchmarks.reliability.sending import Poster
from benchmarks.reliability.stage import QUESTION, stage
from tests.fake_telegram import FakeTelegram

_COUNT = 1_000
_ROUNDS = 2  # the better one counts, of both bots
_SECONDS = 20
_OF = (
    "身份证",
    "护照",
    "驾照",
    "行驶证",
    "居住证",
    "户口簿",
    "通行证",
    "临时身份证",
    "车牌",
    "签证",
)
_WHAT = ["丢了怎么办", "多少钱", "要带什么", "多久能办好", "在哪办", "能代办吗", "到期了怎么换"]
_WHO = (
    "我的",
    "孩子的",
    "老人的",
    "外地的",
    "学生的",
    "我妈的",
    "同事的",
    "朋友的",
    "公司的",
    "他的",
)
DIFFERENT = tuple(f"{who}{of}{what}" for who in _WHO for of in _OF for what in _WHAT)


async def rate() -> None:
    """Updates a second by polling: the empty bot, and ours with one question and with many."""
    async with FakeTelegram() as fake, _echo(fake):
        empty = await _best(fake, lambda: cycle([QUESTION]))
    async with stage() as on:
        await on.fake.say(1, QUESTION)
        await on.fake.wait_sent(1, 1, seconds=60)
        same = await _best(on.fake, lambda: cycle([QUESTION]))
    async with stage() as on:
        await on.fake.say(1, QUESTION)
        await on.fake.wait_sent(1, 1, seconds=60)
        different = await _run(on.fake, iter(DIFFERENT), 10, len(DIFFERENT))
    print(
        f"updates a second: an empty bot {empty:.0f}; ours {same:.0f} ({same / empty:.2f} x) where "
        f"all ask the same, {different:.0f} ({different / empty:.2f} x) where nobody asks what "
        "another did",
        flush=True,
    )


async def load() -> None:
    """How long the webhook takes at half of what it can do."""
    async with stage(webhook=True) as on:
        poster = Poster(on.program)
        await poster.post(bodies(on, 500, 10_000_000))
        begun = time.monotonic()
        await poster.post(bodies(on, _COUNT))
        most = _COUNT / (time.monotonic() - begun)
        half = Poster(on.program)
        every = 2 / most
        await half.post(bodies(on, int(_SECONDS / every), 20_000_000), every=every)
    shares = ", ".join(f"p{share} {half.percentile(share / 100):.0f} ms" for share in (50, 99))
    print(f"webhook: {most:.0f} updates a second; at half of that {shares}", flush=True)


async def _best(fake: FakeTelegram, texts: Callable[[], Iterator[str]]) -> float:
    return max([await _run(fake, texts(), 10 + at, _COUNT) for at in range(_ROUNDS)])


async def _run(fake: FakeTelegram, texts: Iterator[str], at: int, count: int) -> float:
    before, begun = len(fake.store.sent), time.monotonic()
    for chat in range(at * 10_000, at * 10_000 + count):
        await fake.say(chat, next(texts))
    await fake.wait_for(lambda: len(fake.store.sent) >= before + count, seconds=120)
    return count / (time.monotonic() - begun)


@asynccontextmanager
async def _echo(fake: FakeTelegram) -> AsyncIterator[Process]:
    environ = dict(os.environ, TELEGRAM_API_ROOT=fake.root, TELEGRAM_BOT_TOKEN=fake.token)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.reliability.echo_bot", env=environ
    )
    try:
        await fake.say(1, QUESTION)
        await fake.wait_sent(1, 1, seconds=60)
        yield process
    finally:
        process.terminate()
        await process.wait()
