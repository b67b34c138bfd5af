"""What of the storage does not work, by use; each use heals by itself, and all of them when the
storage is seen to work.
"""

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable
from sys import modules
from typing import Final, TypeVar

T = TypeVar("T")
_log = logging.getLogger(__name__)
SLOW: Final = "it takes too long"
_SOON = 0.5  # an answer waits for it
_BRIEF = 0.05  # an answer waits for it, and the last one waited in vain
_PATIENT = 6.0  # nobody waits for it; longer than a database waits for a lock


def errors() -> tuple[type[Exception], ...]:
    """What a storage that does not work raises; PostgreSQL's are known once its driver, which takes
    a quarter of a second to load, is in use.
    """
    driver = modules.get("psycopg")
    return (sqlite3.Error, OSError, driver.Error) if driver else (sqlite3.Error, OSError)


class Faults:
    """Lets uses of the storage fail without a word to who uses it, and knows which did."""

    def __init__(self) -> None:
        self._said: dict[str, str] = {}
        self.count = 0

    @property
    def fault(self) -> str | None:
        """What does not work, or None."""
        return next(iter(self._said.values()), None)

    async def attempt(
        self, use: str, act: Awaitable[T], otherwise: T, *, patient: bool = False
    ) -> T:
        """The result of ``act``; ``otherwise`` if it fails, or takes too long and goes on alone."""
        work = asyncio.ensure_future(act)
        done, _ = await asyncio.wait([work], timeout=_PATIENT if patient else self._soon())
        if not done:
            work.add_done_callback(_look)
            self._failed(use, SLOW)
            return otherwise
        try:
            result = work.result()
        except errors() as error:
            self._failed(use, str(error) or type(error).__name__)
            return otherwise
        self._works(use)
        return result

    def over(self) -> None:
        """The storage was seen to read and to write: whatever failed before works again."""
        if self._said:
            self._said = {}
            _log.info("storage works again")

    def _soon(self) -> float:
        return _BRIEF if SLOW in self._said.values() else _SOON

    def _works(self, use: str) -> None:
        if not self._said:
            return
        self._said = {name: said for name, said in self._said.items() if said != SLOW}
        self._said.pop(use, None)
        if not self._said:
            _log.info("storage works again")

    def _failed(self, use: str, said: str) -> None:
        self.count += 1
        if self.fault is None:
            _log.error("storage does not work: %s", said)
        self._said[use] = said


def _look(work: "asyncio.Future[T]") -> None:
    if not work.cancelled():
        work.exception()  # it was reported as slow; its own fault is not reported again
