"""Storage that never stands in the way of an answer: a fault is logged and counted, not raised."""

import logging
import sqlite3
from collections.abc import Awaitable
from typing import TypeVar

from faq.model import Context, Reply
from faq.ports import Journal, Sessions

T = TypeVar("T")
_log = logging.getLogger(__name__)


class ForgivingStorage:
    """An engine whose faults cost the follow-up or the journal line, never the answer."""

    def __init__(self, sessions: Sessions, journal: Journal) -> None:
        self._sessions = sessions
        self._journal = journal
        self._faults: dict[str, str] = {}

    @property
    def fault(self) -> str | None:
        """What does not work, or None; each kind of use heals by itself."""
        return next(iter(self._faults.values()), None)

    async def context(self, chat: str) -> Context | None:
        """What the chat's last answer was about, if that can be known."""
        return await self._try("context", self._sessions.context(chat), None)

    async def remember(self, chat: str, context: Context | None) -> None:
        """Remember what the answer just given was about, if that is possible."""
        await self._try("remember", self._sessions.remember(chat, context), None)

    async def forget(self, chat: str) -> bool:
        """Delete all that is stored under the chat; False if that was not possible."""
        return await self._try("forget", self._sessions.forget(chat), False)

    async def claim(self, update: int) -> bool:
        """Take an update in hand; when nothing can be looked up, answer rather than stay silent."""
        return await self._try("claim", self._sessions.claim(update), True)

    async def done(self, update: int) -> None:
        """The update was handled."""
        await self._try("done", self._sessions.done(update), None)

    async def record(self, channel: str, reply: Reply) -> None:
        """Note how a question ended, if that is possible."""
        await self._try("record", self._journal.record(channel, reply), None)

    async def _try(self, use: str, act: Awaitable[T], otherwise: T) -> T:
        try:
            result = await act
        except (sqlite3.Error, OSError) as error:
            if self.fault is None:
                _log.error("storage does not work: %s", error)
            self._faults[use] = str(error)
            return otherwise
        if self._faults.pop(use, None) is not None and self.fault is None:
            _log.info("storage works again")
        return result
