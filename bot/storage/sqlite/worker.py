"""A thread of its own for one SQLite connection: the loop never waits, and what is asked at once
is written to the disk together.
"""

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from queue import SimpleQueue
from typing import Any, TypeVar

T = TypeVar("T")
Act = Callable[[sqlite3.Connection], T]
_TOGETHER = 100


class Kind(Enum):
    """How an act goes with others: in one transaction with them, or alone and without any."""

    TOGETHER = "together"
    ALONE = "alone"


@dataclass(slots=True)
class _Asked:
    """An act that somebody waits for, and what came of it."""

    act: Act[Any]
    kind: Kind
    future: "asyncio.Future[Any]"
    result: Any = None
    error: BaseException | None = None

    def settle(self) -> None:
        """Tell whoever waits; they may be gone."""
        if self.future.done():
            return
        if self.error is None:
            self.future.set_result(self.result)
        else:
            self.future.set_exception(self.error)


class Worker:
    """Does what is asked in a thread, one thing after the other; ``connection`` gives the one to
    use, and may raise.
    """

    def __init__(self, connection: Callable[[], sqlite3.Connection]) -> None:
        self._connection = connection
        self._calls = SimpleQueue[asyncio.AbstractEventLoop | None]()
        threading.Thread(target=self._serve, name="sqlite", daemon=True).start()
        self._lock = threading.Lock()
        self._waiting: list[_Asked] = []
        self._is_busy = self._is_closed = False

    async def run(self, act: Act[T], kind: Kind = Kind.TOGETHER) -> T:
        """The result of ``act``; it is on the disk."""
        loop = asyncio.get_running_loop()
        asked = _Asked(act, kind, loop.create_future())
        with self._lock:
            if self._is_closed:
                raise sqlite3.ProgrammingError("the database is closed")
            self._waiting.append(asked)
            is_idle, self._is_busy = not self._is_busy, True
        if is_idle:
            self._calls.put(loop)
        result: T = await asked.future
        return result

    def close(self) -> None:
        """Let the thread end when it has done what it was asked."""
        with self._lock:
            self._is_closed = True
        self._calls.put(None)

    def _serve(self) -> None:
        while loop := self._calls.get():
            with suppress(RuntimeError):  # the loop has ended, and nobody waits any more
                self._work(loop)

    def _work(self, loop: asyncio.AbstractEventLoop) -> None:
        while batch := self._next():
            try:
                self._do(batch)
            except Exception as error:  # noqa: BLE001 - whoever waits is told
                for asked in batch:
                    asked.error = asked.error or error
            loop.call_soon_threadsafe(_settle, batch)

    def _next(self) -> list[_Asked]:
        """What is to be done together now; nothing, and idle, if nobody waits."""
        with self._lock:
            size = 0
            for asked in self._waiting[:_TOGETHER]:
                if asked.kind is Kind.ALONE:
                    size = size or 1
                    break
                size += 1
            batch, self._waiting = self._waiting[:size], self._waiting[size:]
            self._is_busy = bool(batch)
            return batch

    def _do(self, batch: list[_Asked]) -> None:
        connection = self._connection()
        if batch[0].kind is Kind.ALONE:
            batch[0].result = batch[0].act(connection)
            return
        connection.execute("BEGIN IMMEDIATE")
        try:
            for asked in batch:
                _try(connection, asked)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _try(connection: sqlite3.Connection, asked: _Asked) -> None:
    """One act of several; what it did is undone if it fails, what the others did is not.

    Raises what ended the whole transaction, as a full disk does.
    """
    connection.execute("SAVEPOINT one")
    try:
        asked.result = asked.act(connection)
    except Exception as error:
        if not connection.in_transaction:
            raise
        asked.error = error
        connection.execute("ROLLBACK TO one")
    connection.execute("RELEASE one")


def _settle(batch: list[_Asked]) -> None:
    for asked in batch:
        asked.settle()
