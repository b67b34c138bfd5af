"""Telegram fails: now and then, for some chats always, or altogether for a while."""

import asyncio
import random
import time
from collections import defaultdict
from dataclasses import dataclass, field

from benchmarks.reliability.program import until
from benchmarks.reliability.stage import FIRST, QUESTION, Stage, stage
from tests.fake_telegram.faults import Fault, Faults

_CHANCE = random.Random(20261129)
_MIX = (
    Fault("sendMessage", 1, status=429, retry_after=1),
    Fault("sendMessage", 1, status=500),
    Fault("sendMessage", 1, resets=True),
    Fault("sendMessage", 1, hangs=True, performs=True),
    Fault("sendMessage", 1, body=b"<html>502", performs=True),
)


@dataclass
class Mixed(Faults):
    """Each kind of fault at five calls in a hundred; notes who sends before the time is up."""

    too_soon: int = 0
    met: int = 0
    until: dict[int, float] = field(default_factory=lambda: defaultdict(float))

    def __post_init__(self) -> None:
        super().__init__()

    def take(self, method: str, chat: int | None) -> Fault | None:
        """The fault this call meets, if any."""
        if method != "sendMessage" or chat is None:
            return None
        self.too_soon += time.monotonic() < self.until[chat]
        at = int(_CHANCE.random() * 20)
        if at >= len(_MIX):
            return None
        self.met += 1
        fault = _MIX[at]
        if fault.status == 429:
            self.until[chat] = time.monotonic() + 1
        whole = Faults()
        whole.add(fault)
        return whole.take(method, chat)


@dataclass
class Away(Faults):
    """Every call is cut off while it is away."""

    is_away: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def take(self, method: str, chat: int | None) -> Fault | None:  # noqa: ARG002
        """The fault this call meets, if any."""
        return Fault(method, 1, drops=True) if self.is_away else None


async def faults() -> None:
    """A quarter of all sends fails in one of five ways, 5,000 questions."""
    async with stage(webhook=True) as on:
        mixed = on.fake.faults = Mixed()
        verdict = await on.settled(await on.ask(5_000, per_second=60), 90, copies=20)
    print(f"{mixed.met} faults: {verdict}; {mixed.too_soon} sent before retry_after", flush=True)


async def poison() -> None:
    """100 chats to which every send fails, beside 1,000 good ones."""
    async with stage(webhook=True) as on:
        for chat in range(1, 101):
            on.fake.faults.add(Fault("sendMessage", 10**9, status=500, chat=chat))
            await on.fake.say(chat, QUESTION)
        begun = time.monotonic()
        chats = await on.ask(1_000)
        verdict = await on.settled(chats, 30)
        seconds = time.monotonic() - begun - 1
        refused = [status for status in _statuses(on) if status >= 300]
    print(f"beside 100 poisoned chats, {seconds:.1f} s: {verdict}", flush=True)
    print(f"  webhook answers other than 200: {len(refused)}", flush=True)


async def outage() -> None:
    """Telegram is away for 20 s while 700 people ask; one of the last is in danger."""
    async with stage(webhook=True) as on:
        away = on.fake.faults = Away(is_away=True)
        chats = await on.ask(700, per_second=50)
        await on.fake.say(FIRST + 9_000, "家里着火了")
        await asyncio.sleep(6)
        waiting = await on.program.metric("jingwu_outbox_waiting")
        away.is_away, begun = False, time.monotonic()
        place: list[int] = []

        async def card_is_sent() -> bool:
            sent = [one.chat for one in on.fake.store.sent]
            place[:] = [sent.index(FIRST + 9_000)] if FIRST + 9_000 in sent else []
            return bool(place)

        await until(card_is_sent, 60)
        card = time.monotonic() - begun
        verdict = await on.settled(chats, 120)
        seconds = time.monotonic() - begun
    print(f"away 20 s, {waiting:.0f} replies waited; back: all within {seconds:.0f} s: {verdict}")
    print(
        f"  the emergency card after {card:.1f} s, as message number "
        f"{place[0] + 1 if place else 'none'}",
        flush=True,
    )


def _statuses(on: Stage) -> list[int]:
    return on.fake.webhook.statuses if on.fake.webhook else []
