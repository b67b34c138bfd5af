"""The program is killed, ended and started again while people ask."""

import asyncio
import random
import signal
import time

from benchmarks.reliability.program import until
from benchmarks.reliability.stage import FIRST, Stage, stage

_EACH = 99
_TIMES, _LOT, _RATE = 20, 250, 60  # questions between two ends, and a second
_CHANCE = random.Random(20261129)


async def kill(how: str, database: str) -> None:
    """5,000 questions, 20 times kill -9: people ask while it runs, and while it starts again."""
    async with stage(webhook=how == "webhook", database=database) as on:
        begun = time.monotonic()
        chats, _ = await _ask_and_end(on, signal.SIGKILL)
        verdict = await on.settled(chats, 60)
        seconds = time.monotonic() - begun
    print(f"kill -9 x {_TIMES}, {how}, {database}: {verdict}; {seconds:.0f} s", flush=True)


async def term() -> None:
    """20 times SIGTERM under load: how long it takes, how it exits, what is lost."""
    async with stage(webhook=True) as on:
        chats, took = await _ask_and_end(on, signal.SIGTERM)
        verdict = await on.settled(chats, 60)
        exits = set(on.program.exits)
    print(f"SIGTERM x {_TIMES}: at most {max(took):.1f} s, exit {exits}; {verdict}", flush=True)


async def _ask_and_end(on: Stage, number: signal.Signals) -> tuple[list[int], list[float]]:
    """The chats that asked, and the seconds the program took to end, each time."""
    chats: list[int] = []
    took: list[float] = []
    for _ in range(_TIMES):
        asking = asyncio.create_task(on.ask(_LOT, per_second=_RATE, first=FIRST + len(chats)))
        await asyncio.sleep(_CHANCE.uniform(0.1, 2.0))
        took.append(await on.program.end(number))
        await on.program.start()
        chats += await asking
    return chats, took


async def order() -> None:
    """50 chats, 100 questions each, 5 kills and 100 floods: every chat is answered in order."""
    asked = [f"/{name}" for name in ("start", "menu", "privacy")]
    async with stage(webhook=True) as on:
        chats = range(FIRST, FIRST + 50)
        asking = asyncio.create_task(_ask_in_turn(on, chats, asked))
        on.fake.fail("sendMessage", 429, 100, retry_after=1)
        kills = await _interrupt(on, asking, signal.SIGKILL, 5)
        await asking

        async def is_whole() -> bool:
            return len(on.fake.store.sent) >= _EACH * len(chats)

        await until(is_whole, 60)
        await asyncio.sleep(1)
        seen = [[one.seen for one in on.fake.sent(chat)] for chat in chats]
    firsts = list(dict.fromkeys(seen[0]))
    if len(firsts) != len(asked):
        raise RuntimeError(f"{len(asked)} commands are answered by {len(firsts)} different texts")
    wrong = sum(not _is_in_turn(one, firsts) for one in seen)
    print(
        f"in order, {kills} kills, 100 floods: {wrong} of {len(seen)} chats out of order",
        flush=True,
    )


async def _ask_in_turn(on: Stage, chats: range, asked: list[str]) -> list[int]:
    for turn in range(_EACH):
        for chat in chats:
            await on.fake.say(chat, asked[turn % len(asked)])
        await asyncio.sleep(0.3)
    return list(chats)


def _is_in_turn(seen: list[str], asked: list[str]) -> bool:
    """Whether the answers follow each other as the questions did, copies passed over."""
    at = 0
    for text in seen:
        if text == asked[at % len(asked)]:
            at += 1
        elif not at or text != asked[(at - 1) % len(asked)]:
            return False
    return at == _EACH


async def _interrupt(
    on: Stage,
    asking: "asyncio.Task[list[int]]",
    number: signal.Signals,
    most: int,
) -> int:
    """Interrupt the program at random moments while people ask; how often it was."""
    for done in range(most):
        if asking.done():
            return done
        await asyncio.sleep(_CHANCE.uniform(0.1, 1.0))
        await on.program.end(number)
        await on.program.start()
    return most
