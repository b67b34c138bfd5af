"""The default engine: one SQLite file in WAL mode, used from a thread of its own."""

import asyncio
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from bot.storage.memory import CONTEXT_SECONDS, KEEP_UPDATES_SECONDS, LEASE_SECONDS
from faq.model import Context, Facet, Reply
from faq.ports import Clock

T = TypeVar("T")

_MIGRATIONS = (
    (
        """CREATE TABLE context (chat TEXT PRIMARY KEY, entry TEXT NOT NULL, facet TEXT NOT NULL,
                                 at REAL NOT NULL) WITHOUT ROWID""",
        "CREATE INDEX context_at ON context (at)",
        "CREATE TABLE handled (id INTEGER PRIMARY KEY, at REAL NOT NULL, done INTEGER NOT NULL)",
        "CREATE INDEX handled_at ON handled (at)",
        """CREATE TABLE journal (at REAL NOT NULL, channel TEXT NOT NULL, outcome TEXT NOT NULL,
                                 entry TEXT, facet TEXT, confidence REAL NOT NULL,
                                 language TEXT NOT NULL, version TEXT NOT NULL)""",
        "CREATE INDEX journal_at ON journal (at)",
    ),
)
_WAL_TRIES = 100
_JOURNAL_SECONDS = 90 * 24 * 3600


class SchemaTooNew(Exception):
    """The database was made by a newer version; the text says so."""


class SqliteStorage:
    """Keeps the promises of the ports over restarts."""

    def __init__(
        self, connection: sqlite3.Connection, clock: Clock, worker: ThreadPoolExecutor
    ) -> None:
        self._connection = connection
        self._clock = clock
        self._worker = worker

    @classmethod
    async def open(cls, path: str, clock: Clock) -> "SqliteStorage":
        """Open or make the file, and bring its tables up to date."""
        worker = ThreadPoolExecutor(1, thread_name_prefix="sqlite")
        loop = asyncio.get_running_loop()
        try:
            connection = await loop.run_in_executor(worker, _connect, path)
            storage = cls(connection, clock, worker)
            await storage._run(storage._start)
        except BaseException:
            worker.shutdown()
            raise
        return storage

    async def context(self, chat: str) -> Context | None:
        """What the chat's last answer was about, if it is younger than thirty minutes."""
        since = self._clock.now() - CONTEXT_SECONDS
        row = await self._run(
            lambda: self._connection.execute(
                "SELECT entry, facet FROM context WHERE chat = ? AND at > ?", (chat, since)
            ).fetchone()
        )
        return Context(row[0], Facet(row[1])) if row else None

    async def remember(self, chat: str, context: Context | None) -> None:
        """Remember what the answer just given was about; None forgets."""
        if context is None:
            await self._write("DELETE FROM context WHERE chat = ?", (chat,))
            return
        await self._run(self._delete_old)
        await self._write(
            "INSERT OR REPLACE INTO context VALUES (?, ?, ?, ?)",
            (chat, context.entry, context.facet, self._clock.now()),
        )

    async def forget(self, chat: str) -> bool:
        """Delete all that is stored under the chat, out of the files too; raises if a reader in
        another process keeps the log from being emptied.
        """
        await self._write("DELETE FROM context WHERE chat = ?", (chat,))
        await self._run(self._empty_log)
        return True

    async def claim(self, update: int) -> bool:
        """Take an update in hand; False if it was handled or is in hand elsewhere."""
        now = self._clock.now()
        return (
            await self._write(
                "INSERT INTO handled VALUES (?, ?, 0) "
                "ON CONFLICT (id) DO UPDATE SET at = excluded.at "
                "WHERE done = 0 AND at <= ?",
                (update, now, now - LEASE_SECONDS),
            )
            == 1
        )

    async def done(self, update: int) -> None:
        """The update was handled; it is never handled again."""
        await self._write(
            "INSERT INTO handled VALUES (?, ?, 1) ON CONFLICT (id) DO UPDATE SET done = 1",
            (update, self._clock.now()),
        )

    async def record(self, channel: str, reply: Reply) -> None:
        """Note how a question ended."""
        await self._write(
            "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                self._clock.now(),
                channel,
                reply.outcome,
                reply.entry,
                reply.facet,
                reply.confidence,
                reply.language,
                reply.version,
            ),
        )

    async def close(self) -> None:
        """Let go of the database."""
        await self._run(self._connection.close)
        self._worker.shutdown()

    async def _write(self, statement: str, values: tuple[object, ...]) -> int:
        def act() -> int:
            with self._connection:
                return self._connection.execute(statement, values).rowcount

        return await self._run(act)

    async def _run(self, act: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._worker, act)

    def _start(self) -> None:
        """Delete what is too old, and let go of what a process that ended had in hand."""
        with self._connection:
            self._connection.execute("DELETE FROM handled WHERE done = 0")
        self._delete_old()

    def _delete_old(self) -> None:
        now = self._clock.now()
        with self._connection:
            for table, seconds in (
                ("context", CONTEXT_SECONDS),
                ("handled", KEEP_UPDATES_SECONDS),
                ("journal", _JOURNAL_SECONDS),
            ):
                statement = f"DELETE FROM {table} WHERE at < ?"  # noqa: S608 - our own names
                self._connection.execute(statement, (now - seconds,))

    def _empty_log(self) -> None:
        """Move the log into the file, where deleted rows are zeros, and cut it to nothing."""
        (is_busy, *_) = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if is_busy:
            raise sqlite3.OperationalError("the log is in use and could not be emptied")


def _connect(path: str) -> sqlite3.Connection:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
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


def migrate(connection: sqlite3.Connection) -> int:
    """Bring the tables up to date; returns the version they now have."""
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > len(_MIGRATIONS):
            raise SchemaTooNew(
                f"数据库版本 {version} 比程序新,请升级 / the database is newer than this program"
            )
        for number, statements in enumerate(_MIGRATIONS[version:], version + 1):
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
    return len(_MIGRATIONS)
