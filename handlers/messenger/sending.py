"""Sending a rendered reply: now if that is possible, else from the outbox."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace

from handlers.messenger.courier import Courier, Tried, Verdict, unclear
from handlers.messenger.letters import Letter, Place, letters
from handlers.messenger.outgoing import Outgoing
from handlers.messenger.render import Rendered
from handlers.messenger.sends import ROUND
from handlers.messenger.turns import Turns

__all__ = ["Place", "Sender", "Sleep"]

Sleep = Callable[[float], Awaitable[None]]
_PATIENCE = 8.0  # seconds for a letter, then it waits in the outbox
_GRACE = 2.0  # and when the program ends
_BACK_OFF = 0.5
_A_MOMENT = 0.02


class Sender:
    """Sends replies, those of one chat in order; none is lost, whatever Telegram does."""

    def __init__(
        self, courier: Courier, turns: Turns, outgoing: Outgoing, *, sleep: Sleep = asyncio.sleep
    ) -> None:
        self._courier = courier
        self._turns = turns
        self._outgoing = outgoing
        self._sleep = sleep
        self._order = _Order()
        self._limits: set[asyncio.Timeout] = set()
        self._ends = False

    async def send(self, place: Place, rendered: Rendered) -> bool:
        """Send every part in order, the buttons under the last; False if Telegram refused one
        for good. What could not be sent yet is in the outbox.
        """
        turn = ROUND.get()
        are_sent = []
        for letter in letters(place, rendered):
            left = self._courier.left(replace(letter, name=turn.name()) if turn else letter)
            are_sent.append(left is None or await self._send(left))
        return all(are_sent)

    def hurry(self) -> None:
        """From now on what takes long goes to the outbox: the program ends."""
        self._ends = True
        for limit in self._limits:
            end = asyncio.get_running_loop().time() + _GRACE
            limit.reschedule(min(end, limit.when() or end))

    async def _send(self, letter: Letter) -> bool:
        if letter.is_urgent:
            return await self._send_now_or_later(letter)
        async with self._order.of(letter.place.chat_id):
            if self._outgoing.is_behind(letter.place):
                return await self._put(letter)
            return await self._send_now_or_later(letter)

    async def _send_now_or_later(self, letter: Letter) -> bool:
        failures = 0
        until = time.monotonic() + _PATIENCE
        while self._turns.delay(letter) <= _A_MOMENT and (left := until - time.monotonic()) > 0:
            self._turns.take(letter)
            tried = await self._try(letter, left)
            if tried.verdict is Verdict.NEVER:
                return False
            if tried.verdict is Verdict.SENT:
                rest = tried.letter.rest
                if rest is None:
                    return True
                letter, failures = rest, 0
                continue
            letter, failures = tried.letter, failures + 1
            if tried.wait:
                self._turns.hold(letter.place.chat_id, tried.wait)
            elif failures > 1 or self._ends:
                break
            else:
                await self._sleep(_BACK_OFF)
        return await self._put(letter)

    async def _put(self, letter: Letter) -> bool:
        await self._outgoing.put(letter)
        self._courier.settle(letter)
        return True

    async def _try(self, letter: Letter, seconds: float) -> Tried:
        """One try, as long as there is time for it."""
        limit = asyncio.timeout(_GRACE if self._ends else seconds)
        self._limits.add(limit)
        try:
            async with limit:
                return await self._courier.carry(letter)
        except TimeoutError:
            return unclear(letter)
        finally:
            self._limits.discard(limit)


class _Order:
    """One at a time in a chat, first come first served."""

    def __init__(self) -> None:
        self._locks: dict[int, asyncio.Lock] = {}
        self._users: Counter[int] = Counter()

    @asynccontextmanager
    async def of(self, chat: int) -> AsyncIterator[None]:
        lock = self._locks.setdefault(chat, asyncio.Lock())
        self._users[chat] += 1
        try:
            async with lock:
                yield
        finally:
            self._users[chat] -= 1
            if not self._users[chat]:
                del self._users[chat], self._locks[chat]
