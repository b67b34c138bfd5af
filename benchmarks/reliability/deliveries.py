"""What comes in: the same three times, what cannot be read, forgeries, and very many chats."""

import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.reliability.sending import Poster
from benchmarks.reliability.stage import FIRST, QUESTION, Stage, stage

_CHANCE = random.Random(20261129)
_FIRST_LOT = 20_000
_CANARY = "canary-210102199001011234"


async def storm() -> None:
    """5,000 updates, each posted three times at the same moment."""
    async with stage(webhook=True) as on:
        poster = Poster(on.program)
        thrice = [body for body in bodies(on, 5_000) for _ in range(3)]
        begun = time.monotonic()
        await poster.post(thrice)
        rate = len(thrice) / (time.monotonic() - begun)
        verdict = await on.settled(list(range(FIRST, FIRST + 5_000)), 30)
    print(f"each delivered 3 times at once ({rate:.0f} requests/s): {verdict}", flush=True)
    shares = ", ".join(f"p{share} {poster.percentile(share / 100):.0f} ms" for share in (50, 99))
    print(f"  {dict(poster.statuses)}; {shares}", flush=True)


async def malformed() -> None:
    """10,000 broken bodies with the secret, 10,000 requests without it."""
    async with stage(webhook=True) as on:
        broken, forged = Poster(on.program), Poster(on.program, secret="wrong-secret-0123456789")
        (body,) = bodies(on, 1)
        await broken.post(_broken(body) for _ in range(10_000))
        await forged.post(body for _ in range(10_000))
        sent, log = len(on.fake.store.sent), on.program.log.read_text()
        chats = [(await on.ask(2))[1]]
        verdict = await on.settled(chats, 10)
    print(f"malformed: {dict(broken.statuses)}, longest {max(broken.seconds):.2f} s", flush=True)
    print(f"forged: {dict(forged.statuses)}; {sent} answers to either; then {verdict}", flush=True)
    print(f"  log {len(log)} bytes, canary in it: {_CANARY in log}", flush=True)


async def memory(chats: int = 200_000) -> None:
    """20,000 chats and then the others: how much memory these cost."""
    async with stage(webhook=True) as on:
        poster, pages = Poster(on.program), []
        for lot, count in enumerate((_FIRST_LOT, chats - _FIRST_LOT)):
            await poster.post(bodies(on, count, lot * 1_000_000))
            pages.append(_resident(on))
            on.fake.store.sent.clear()
            on.fake.store.calls.clear()
    first, last = pages
    print(
        f"memory: {first:.0f} MB after {_FIRST_LOT:,} chats, {last:.0f} MB after {chats:,} "
        f"({100 * (last / first - 1):+.1f} %)",
        flush=True,
    )


def _resident(on: Stage) -> float:
    status = Path(f"/proc/{on.pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def bodies(on: Stage, count: int, shift: int = 0) -> Iterator[bytes]:
    """An update a chat, each asking the same."""
    for chat in range(FIRST + shift, FIRST + shift + count):
        sender = on.fake.store.user(chat, "zh")
        message = on.fake.store.message(chat, **{"from": sender, "text": QUESTION})
        yield json.dumps({"update_id": chat, "message": message}).encode()


def _broken(body: bytes) -> bytes:
    """The body of an update, cut, bent or replaced."""
    bent = body.replace(QUESTION.encode("unicode_escape"), _CANARY.encode())
    at = _CHANCE.randrange(len(bent))
    return _CHANCE.choice(
        [
            bent[:at],
            bent[:at] + bytes([_CHANCE.randrange(256)]) + bent[at + 1 :],
            bent[:at] + b"[" * 5_000,
            b'{"update_id": NaN, "message": "' + _CANARY.encode() + b'"}',
            b'{"update_id": ' + b"9" * 5_000 + b"}",
            b'{"update_id": "7", "message": {}}',
            b"\xff\xfe" + bent,
            b"",
        ]
    )
