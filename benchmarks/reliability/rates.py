"""Updates a second beside a bot that only repeats, and how long each takes at half load."""

import asyncio
import os
import random
import sys
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.questions import CONTENT, read
from benchmarks.reliability.deliveries import bodies
from benchmarks.reliability.sending import Poster
from benchmarks.reliability.stage import QUESTION, stage
from tests.fake_telegram import FakeTelegram

_COUNT = 1_000
_ROUNDS = 2  # the better one counts, of both bots
_SECONDS = 20
_MIXED = 3_000


@dataclass(frozen=True, slots=True)
class _Pace:
    """Updates a second, and milliseconds of a processor for each, which other work does not
    stretch so much.
    """

    per_second: float
    processor: float

    def beside(self, other: "_Pace") -> str:
        """The figures, and how many times the other's they are."""
        return (
            f"{self.per_second:.0f} a second ({self.per_second / other.per_second:.2f} x), "
            f"{self.processor:.2f} ms of a processor each"
        )


async def rate() -> None:
    """Updates a second by polling: the empty bot; ours where all ask the same, where some things
    are asked more often than others, and where nobody asks what another did.
    """
    async with FakeTelegram() as fake, _echo(fake) as process:
        empty = await _best(fake, process.pid)
    print(f"an empty bot: {empty.beside(empty)}", flush=True)
    async with stage() as on:
        await on.fake.say(1, QUESTION)
        await on.fake.wait_sent(1, 1, seconds=60)
        same = await _best(on.fake, on.pid)
    print(f"where all ask the same: {same.beside(empty)}", flush=True)
    every = _questions()
    mixed = _mixed(every)
    mixture = await _first_time(mixed)
    print(
        f"where {len(mixed)} ask {len(set(mixed))} things, the n-th of them a n-th as often as the "
        f"first: {mixture.beside(empty)}",
        flush=True,
    )
    different = await _first_time(every)
    print(f"where {len(every)} ask as many things: {different.beside(empty)}", flush=True)


def _questions() -> list[str]:
    """What people ask: the content's own questions, in chance's order."""
    texts = list({one.text: None for one in read(CONTENT)})
    random.Random(20261129).shuffle(texts)
    return texts


def _mixed(texts: Sequence[str]) -> list[str]:
    weights = [1 / rank for rank in range(1, len(texts) + 1)]
    return random.Random(20261129).choices(texts, weights, k=_MIXED)


async def _first_time(texts: Sequence[str]) -> _Pace:
    """Updates a second of a program that was asked nothing before."""
    async with stage() as on:
        await on.fake.say(1, QUESTION)
        await on.fake.wait_sent(1, 1, seconds=60)
        return await _run(on.fake, on.pid, texts, 10)


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


async def _best(fake: FakeTelegram, process: int) -> _Pace:
    paces = [await _run(fake, process, [QUESTION] * _COUNT, 10 + at) for at in range(_ROUNDS)]
    return max(paces, key=lambda pace: pace.per_second)


async def _run(fake: FakeTelegram, process: int, texts: Sequence[str], at: int) -> _Pace:
    """How fast a process answers; a question is over when something was sent to its chat."""
    sent, used = fake.store.sent, _processor(process)
    looked, answered, begun = len(sent), set[int](), time.monotonic()

    def is_over() -> bool:
        nonlocal looked
        answered.update(one.chat for one in sent[looked:])
        looked = len(sent)
        return len(answered) >= len(texts)

    for chat, text in enumerate(texts, at * 10_000):
        await fake.say(chat, text)
    await fake.wait_for(is_over, seconds=120)
    seconds = time.monotonic() - begun
    used = _processor(process) - used
    return _Pace(len(texts) / seconds, 1000 * used / len(texts))


def _processor(process: int) -> float:
    """The seconds of a processor that a process has used."""
    said = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(said[11]) + int(said[12])) / os.sysconf("SC_CLK_TCK")


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
