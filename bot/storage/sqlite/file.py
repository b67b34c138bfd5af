"""One SQLite file in WAL mode, used from a thread of its own so that the loop never waits."""

import asyncio
import logging
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, TypeVar

from bot.storage.sqlite.schema import migrate

T = TypeVar("T")
Values = tuple[object, ...]
_log = logging.getLogger(__name__)
_WAL_TRIES = 100
_HEADER: Final = b"SQLite format 3\0"
_GONE: Final = (0, 0)
_DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


class SqliteFile:
    """The connection; it is opened anew when the file was removed, replaced or damaged."""

    def __init__(self, path: Path, worker: ThreadPoolExecutor) -> None:
        self._path = path
        self._worker = worker
        self._is_damaged = False
        self._open()

    @classmethod
    async def open(cls, path: str) -> "SqliteFile":
        """Open or make the file, and bring its tables up to date."""
        worker = ThreadPoolExecutor(1, thread_name_prefix="sqlite")
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(worker, cls, Path(path), worker)
        except BaseException:
            worker.shutdown()
            raise

    async def run(self, act: Callable[[sqlite3.Connection], T]) -> T:
        """The result of ``act``, all of whose changes are made or none."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, self._act, act)

    async def write(self, statement: str, values: Values = ()) -> int:
        """How many rows a statement changed."""
        return await self.run(lambda connection: connection.execute(statement, values).rowcount)

    async def read(self, statement: str, values: Values = ()) -> list[Values]:
        """The rows a statement finds."""
        return await self.run(lambda connection: connection.execute(statement, values).fetchall())

    async def repair(self) -> None:
        """If the file was found damaged, move it aside, name it in the log, and begin a new one;
        raises if it is found so now.
        """
        await asyncio.get_running_loop().run_in_executor(self._worker, self._repair)

    async def close(self) -> None:
        """Let go of the database."""
        await asyncio.get_running_loop().run_in_executor(self._worker, self._connection.close)
        self._worker.shutdown()

    def _act(self, act: Callable[[sqlite3.Connection], T]) -> T:
        if _identity(self._path) != self._file:
            _log.error("the database %s was removed or replaced; opening it anew", self._path)
            self._reopen()
        try:
            with self._connection:
                return act(self._connection)
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            self._is_damaged = self._is_damaged or code in _DAMAGED
            raise

    def _reopen(self) -> None:
        self._connection.close()
        # The log of the file that is gone must not be read into the one that took its place.
        if _identity(_part(self._path, "-wal")) == self._log != _GONE:
            for ending in ("-wal", "-shm"):
                _part(self._path, ending).unlink(missing_ok=True)
        self._open()
        self._is_damaged = False

    def _open(self) -> None:
        self._connection = _connect(self._path)
        self._file = _identity(self._path)
        self._log = _identity(_part(self._path, "-wal"))

    def _repair(self) -> None:
        if not self._is_damaged:
            self._look_at_header()
            return
        aside = f"{self._path}.damaged-{time.strftime('%Y%m%d-%H%M%S')}"
        self._connection.close()
        for ending in ("", "-wal", "-shm"):
            part = _part(self._path, ending)
            if part.exists():
                part.rename(f"{aside}{ending}")
        _log.error(
            "the database %s is damaged; it is kept as %s, a new one begins", self._path, aside
        )
        self._reopen()

    def _look_at_header(self) -> None:
        # What SQLite has read it does not read again, so it would see this much later.
        with self._path.open("rb") as file:
            if file.read(len(_HEADER)) != _HEADER:
                self._is_damaged = True
                raise sqlite3.DatabaseError("file is not a database")


def _part(path: Path, ending: str) -> Path:
    return path.with_name(f"{path.name}{ending}")


def _identity(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except FileNotFoundError:
        return _GONE
    return (found.st_dev, found.st_ino)


def _connect(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=5, check_same_thread=False)
    try:
        _use_wal(connection)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _use_wal(connection: sqlite3.Connection) -> None:
    """Switch to WAL; unlike other statements this one does not wait for a lock by itself."""
    for _ in range(_WAL_TRIES):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            time.sleep(0.05)
        else:
            return
    connection.execute("PRAGMA journal_mode = WAL")
