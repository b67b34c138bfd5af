"""Replies that wait in the outbox, and their way out: in order within a chat, chats beside each
other.
"""

import asyncio
import contextlib
import logging
from dataclasses import replace

from faq.ports import Outbox, Parcel
from handlers.messenger.courier import Courier, Tried, Verdict
from handlers.messenger.letters import Letter, Place, from_text, to_text
from handlers.messenger.turns import Turns

_log = logging.getLogger(__name__)
_AT_ONCE = 64
_SELDOM = 5.0  # seconds between looks while nothing waits
_SHORT = 5.0  # a turn so near is waited for with the reply in hand
_LONGEST_BACK_OFF, _LONGEST_IF_URGENT = 15.0, 2.0
_GRACE = 2.0


class Outgoing:
    """Sends what waits; it survives restarts, and whatever Telegram does is tried again."""

    def __init__(
        self, outbox: Outbox, courier: Courier, turns: Turns, *, look: float = 0.2
    ) -> None:
        self._outbox = outbox
        self._courier = courier
        self._turns = turns
        self._often = look
        self._behind: set[str] = set()
        self._puts = 0
        self._news = asyncio.Event()
        self._in_hand: set[asyncio.Task[None]] = set()

    def is_behind(self, place: Place) -> bool:
        """Whether replies wait for the chat, so that a new one has to queue up."""
        return place.key in self._behind

    async def put(self, letter: Letter) -> None:
        """Have a letter wait for its turn."""
        self._puts += 1
        self._behind.add(letter.place.key)
        # Another name: what is tried from here is counted for itself.
        name = letter.name and f"o{letter.name.replace('/', '.')}"
        body = to_text(replace(letter, name=name))
        await self._outbox.put(letter.place.key, body, is_urgent=letter.is_urgent)
        self._news.set()

    async def run(self) -> None:
        """Send, for ever; when cancelled, finish what is in hand."""
        try:
            await self._look_who_waits()
            while True:
                self._news.clear()
                free = _AT_ONCE - len(self._in_hand)
                parcels = await self._outbox.take(free) if free else ()
                for parcel in parcels:
                    self._begin(parcel)
                if not parcels and self._behind:
                    await self._look_who_waits()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(self._often if self._behind else _SELDOM):
                        await self._news.wait()
        finally:
            await self._finish()

    async def _look_who_waits(self) -> None:
        before = self._puts
        found = await self._outbox.chats()
        if self._puts == before:
            self._behind = set(found)

    def _begin(self, parcel: Parcel) -> None:
        task = asyncio.create_task(self._deliver(parcel))
        self._in_hand.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._in_hand.discard(task)
        self._news.set()
        if not task.cancelled() and (error := task.exception()):
            _log.error("sending from the outbox failed: %s", type(error).__name__)

    async def _finish(self) -> None:
        if self._in_hand:
            _, late = await asyncio.wait(self._in_hand, timeout=_GRACE)
            for task in late:
                task.cancel()

    async def _deliver(self, parcel: Parcel) -> None:
        letter = from_text(parcel.body, is_urgent=parcel.is_urgent)
        if letter is None:
            _log.warning("a reply in the outbox is given up")
            await self._outbox.sent(parcel)
            return
        if self._turns.delay(letter) > _SHORT:
            await self._outbox.later(parcel, self._turns.delay(letter))
            return
        await asyncio.sleep(self._turns.take(letter))
        await self._note(parcel, await self._courier.carry(letter))

    async def _note(self, parcel: Parcel, tried: Tried) -> None:
        """Keep what is left, if anything is."""
        left: Letter | None = tried.letter
        wait = 0.0
        if tried.verdict is Verdict.NEVER:
            left = None
        elif tried.verdict is Verdict.SENT:
            left = tried.letter.rest
        else:
            wait = tried.wait or _back_off(parcel)
        if tried.wait:
            self._turns.hold(tried.letter.place.chat_id, tried.wait)
        if left is None:
            await self._outbox.sent(parcel)
            self._courier.forget(tried.letter)
        else:
            await self._outbox.later(replace(parcel, body=to_text(left)), wait)


def _back_off(parcel: Parcel) -> float:
    longest = _LONGEST_IF_URGENT if parcel.is_urgent else _LONGEST_BACK_OFF
    return min(2.0 ** min(parcel.tries, 9), longest)
