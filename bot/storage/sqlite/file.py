"""One SQLite file in WAL mode."""

import logging
import sqlite3
import time
from pathlib import Path
from typing import Final, TypeVar

from bot.storage.sqlite.schema import migrate
from bot.storage.sqlite.worker import Act, Kind, Worker

T = TypeVar("T")
Values = tuple[object, ...]
_log = logging.getLogger(__name__)
_WAL_TRIES = 100
_HEADER: Final = b"SQLite format 3\0"
_GONE: Final = (0, 0)
_DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


class SqliteFile:
    """The connection; it is opened anew when the file was removed, replaced or damaged."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._file = self._log = _GONE
        self._is_damaged = self._is_new = False
        self._worker = Worker(self._current)

    @classmethod
    async def open(cls, path: str) -> "SqliteFile":
        """Open or make the file, and bring its tables up to date."""
        file = cls(Path(path))
        try:
            await file.run_alone(lambda _: None)
        except BaseException:
            file._worker.close()
            raise
        return file

    async def run(self, act: Act[T]) -> T:
        """The result of ``act``, all of whose changes are made or none."""
        try:
            return await self._worker.run(act)
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            self._is_damaged = self._is_damaged or code in _DAMAGED
            raise

    async def run_alone(self, act: Act[T]) -> T:
        """The result of ``act``, which minds its own transactions."""
        return await self._worker.run(act, Kind.ALONE)

    async def write(self, statement: str, values: Values = ()) -> int:
        """How many rows a statement changed."""
        return await self.run(lambda connection: connection.execute(statement, values).rowcount)

    async def read(self, statement: str, values: Values = ()) -> list[Values]:
        """The rows a statement finds."""
        return await self.run(lambda connection: connection.execute(statement, values).fetchall())

    async def repair(self) -> None:
        """If the file was found damaged, move it aside, name it in the log, and begin a new one;
        raises if it is found so now, and once if it was removed or replaced since the last look.
        """
        await self.run_alone(lambda _: self._move_aside() if self._is_damaged else self._look())
        was_new, self._is_new = self._is_new, False
        if was_new:
            raise sqlite3.OperationalError("the database was removed or replaced; it began anew")

    async def close(self) -> None:
        """Let go of the database."""
        await self.run_alone(lambda connection: connection.close())
        self._worker.close()

    # All below is done in the worker's thread.

    def _current(self) -> sqlite3.Connection:
        if self._connection is not None and _identity(self._path) == self._file:
            return self._connection
        if self._connection is not None:
            _log.error("the database %s was removed or replaced; opening it anew", self._path)
            self._let_go()
            self._is_new = True
        self._connection = _connect(self._path)
        self._file = _identity(self._path)
        self._log = _identity(_part(self._path, "-wal"))
        self._is_damaged = False
        return self._connection

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        # The log of the file that is gone must not be read into the one that took its place.
        if _identity(_part(self._path, "-wal")) == self._log != _GONE:
            for ending in ("-wal", "-shm"):
                _part(self._path, ending).unlink(missing_ok=True)

    def _move_aside(self) -> None:
        aside = f"{self._path}.damaged-{time.strftime('%Y%m%d-%H%M%S')}"
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        for ending in ("", "-wal", "-shm"):
            part = _part(self._path, ending)
            if part.exists():
                part.rename(f"{aside}{ending}")
        _log.error("the database %s is damaged; kept as %s, a new one begins", self._path, aside)
        self._current()

    def _look(self) -> None:
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
    if not path.exists():
        path.touch(mode=0o600)  # what citizens ask is nobody else's business
    connection = sqlite3.connect(path, timeout=5, check_same_thread=False, isolation_level=None)
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
