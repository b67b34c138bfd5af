"""Asking Telegram for updates, for an operator without a public address."""

import asyncio
import logging
import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final, Protocol

import telegram
from telegram.error import Conflict, TimedOut

from bot.lanes import Lanes
from bot.telegram_api import RawUpdate, TelegramBot
from bot.telegram_line import Line, keep_trying
from handlers.messenger import updates
from handlers.messenger.register import KINDS
from handlers.messenger.sending import Sleep

_log = logging.getLogger(__name__)
_MOST_CONFLICTS = 6
_UNDISTURBED = 300.0  # seconds after which it is the others who are new


class Handles(Protocol):
    """What answers updates."""

    async def handle(self, update: telegram.Update) -> None:
        """Answer an update; never raises."""
        ...


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds: of waiting for updates; of waiting for those in hand before looking who else has
    come, at first and at most; and for what is in hand when we stop.
    """

    poll: int = 30
    patience: float = 0.05
    most_patience: float = 0.5
    drain: float = 4.0


_PACE: Final = Pace()


class Taken(Exception):
    """Another process receives what is sent to this bot."""


class Poller:
    """Polls for ever; nothing Telegram does ends it, only being cancelled, or another poller that
    was here first.
    """

    def __init__(
        self,
        bot: TelegramBot,
        messenger: Handles,
        *,
        pace: Pace = _PACE,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._lanes = Lanes(messenger.handle)
        self._pace = pace
        self._sleep = sleep
        self._line = Line()
        self._offset: int | None = None
        self._window: OrderedDict[int, asyncio.Task[None] | None] = OrderedDict()
        self._conflicts = 0
        self._disturbed = self._alive = time.monotonic()

    @property
    def state(self) -> str:
        """``ok``, or in one sentence what is wrong."""
        return self._line.state

    def idle(self) -> float:
        """How many seconds ago it last did something."""
        return time.monotonic() - self._alive

    async def run(self) -> None:
        """Delete the webhook, then poll; when cancelled, finish what is in hand."""
        await self._bot.initialize()
        try:
            await keep_trying(self._bot.delete_webhook, self._line, self._sleep)
            while True:
                batch = await keep_trying(self._fetch, self._line, self._sleep)
                await self._handle(batch)
        except Taken:
            self._line.given_up("another instance polls with this bot token; this one has stopped")
        finally:
            await self._lanes.close(self._pace.drain)

    async def _fetch(self) -> list[RawUpdate]:
        self._alive = time.monotonic()
        try:
            async with asyncio.timeout(self._pace.poll + 15):
                return await self._bot.raw_updates(
                    offset=self._offset, wait=self._pace.poll, kinds=KINDS
                )
        except TimeoutError:
            raise TimedOut("the Bot API let a poll hang") from None
        except Conflict:
            self._count_conflict()
            raise
        finally:
            self._alive = time.monotonic()

    def _count_conflict(self) -> None:
        """Give way to a poller that was here first; one that is new gives way to us."""
        now = time.monotonic()
        if now - self._disturbed > _UNDISTURBED:
            self._conflicts = 0
        self._disturbed = now
        self._conflicts += 1
        if self._conflicts >= _MOST_CONFLICTS:
            raise Taken

    async def _handle(self, batch: list[RawUpdate]) -> None:
        """Handle a batch, and let Telegram forget what was handled.

        What takes longer stays in the window, and the next look shows who else has come: a chat
        that is slow holds up no other.
        """
        patience = self._pace.patience
        if not self._begin(batch):
            patience = self._pace.most_patience  # nobody new
        unfinished = [task for task in self._window.values() if task and not task.done()]
        is_in_order = list(self._window) == sorted(self._window)
        if unfinished:
            await asyncio.wait(unfinished, timeout=patience if is_in_order else None)
        self._move(batch)

    def _begin(self, batch: list[RawUpdate]) -> bool:
        """Begin what is new; whether anything is."""
        is_new = False
        for raw in batch:
            number = _number(raw)
            if number in self._window:
                continue
            is_new = True
            update = updates.read(raw, self._bot)
            if update is None:
                _log.warning("passed over update %s, which cannot be read", number)
            self._window[number] = self._lanes.put(update) if update else None
        return is_new

    def _move(self, batch: list[RawUpdate]) -> None:
        """Move the window's start to the first update that is in hand.

        Once nothing is, all before is forgotten; after a quiet week numbers begin anew, perhaps
        lower, so then no offset is kept.
        """
        while self._window:
            number, task = next(iter(self._window.items()))
            if task and not task.done():
                self._offset = number
                return
            del self._window[number]
        self._offset = max(map(_number, batch)) + 1 if batch else None


def _number(raw: RawUpdate) -> int:
    number = raw["update_id"]
    assert isinstance(number, int)  # noqa: S101 - raw_updates lets nothing else through
    return number
