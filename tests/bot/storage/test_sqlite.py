import asyncio
import resource
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from bot.storage import Storage
from bot.storage.engine import Row
from bot.storage.sqlite import open_sqlite
from bot.storage.sqlite.schema import MIGRATIONS, SchemaTooNew, migrate
from faq.model import Context, Facet, Outcome
from faq.ports import Claim, Noted
from tests.clock import FakeClock
from tests.replies import ANSWERED, ended

LOST = Context("id_card_lost", Facet.MATERIALS)
DAY = 24 * 3600
OWNER = "here:8080"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "var" / "jingwu.db"


@asynccontextmanager
async def opened(file: Path, clock: FakeClock) -> AsyncIterator[Storage]:
    storage = await open_sqlite(str(file), clock, OWNER)
    try:
        yield storage
    finally:
        await storage.close()


def rows(file: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(statement).fetchall()


async def test_what_was_stored_survives_reopening(file: Path, clock: FakeClock) -> None:
    async with opened(file, clock) as storage:
        await storage.sessions.remember("a", LOST)
        await storage.updates.done(1)
    async with opened(file, clock) as storage:
        assert await storage.sessions.context("a") == LOST
        assert await storage.updates.claim(1) is Claim.DONE


async def test_two_processes_share_what_is_stored(file: Path, clock: FakeClock) -> None:
    async with opened(file, clock) as one, opened(file, clock) as other:
        await one.sessions.remember("a", LOST)
        assert await other.sessions.context("a") == LOST


async def test_several_processes_may_make_the_database_at_once(
    file: Path, clock: FakeClock
) -> None:
    opening = [open_sqlite(str(file), clock, OWNER) for _ in range(6)]
    for storage in await asyncio.gather(*opening):
        await storage.close()


async def test_what_was_written_is_on_the_disk_at_once(file: Path, clock: FakeClock) -> None:
    async with opened(file, clock) as storage:
        await storage.updates.claim(1)
        assert rows(file, "SELECT id, done FROM handled") == [(1, 0)]


async def test_the_journal_notes_how_questions_ended(file: Path, clock: FakeClock) -> None:
    async with opened(file, clock) as storage:
        await storage.journal.add(
            [
                Row(1.0, Noted("x", "web", "补领多少钱", ANSWERED)),
                Row(2.0, Noted("y", "telegram", None, ended(Outcome.NO_MATCH))),
            ]
        )
        await storage.journal.rate("y", "down", "wrong")
    columns = "at, id, channel, question, outcome, entry, facet, confidence, mark, reason"
    assert rows(file, f"SELECT {columns} FROM journal ORDER BY rowid") == [
        (1, "x", "web", "补领多少钱", "answered", "id_card_lost", "fee", 0.75, None, None),
        (2, "y", "telegram", None, "no_match", None, None, 0.0, "down", "wrong"),
    ]


async def test_the_journal_has_no_place_for_who_asked(file: Path, clock: FakeClock) -> None:
    async with opened(file, clock):
        pass
    columns = {name for (name,) in rows(file, "SELECT name FROM pragma_table_info('journal')")}
    assert columns == {
        "at", "id", "channel", "question", "outcome", "alert", "entry", "facet", "confidence",
        "language", "version", "mark", "reason",
    }  # fmt: skip


async def test_old_rows_are_deleted_on_opening(file: Path, clock: FakeClock) -> None:
    async with opened(file, clock) as storage:
        await storage.sessions.remember("a", LOST)
        await storage.updates.done(1)
        await storage.journal.add([Row(clock.time, Noted("x", "web", "一", ANSWERED))])
    clock.advance(2 * DAY + 1)
    async with opened(file, clock):
        assert rows(file, "SELECT * FROM context") == rows(file, "SELECT * FROM handled") == []
        assert len(rows(file, "SELECT * FROM journal")) == 1
    clock.advance(89 * DAY)
    async with opened(file, clock):
        assert rows(file, "SELECT * FROM journal") == []


def on_disk(file: Path) -> bytes:
    """Every byte of the database, its log included."""
    return b"".join(one.read_bytes() for one in sorted(file.parent.iterdir()))


async def test_a_deleted_chat_can_not_be_read_out_of_the_files(
    file: Path, clock: FakeClock
) -> None:
    chats = [f"telegram:{number}" for number in range(5_000_000, 5_000_300)]
    async with opened(file, clock) as storage:
        for chat in chats * 2:
            clock.advance(0.5)
            await storage.sessions.remember(chat, LOST)
        assert chats[7].encode() in on_disk(file)
        for chat in chats[:10]:
            await storage.sessions.forget(chat)
            assert chat.encode() not in on_disk(file)
        assert chats[10].encode() in on_disk(file)


async def test_a_reader_that_holds_the_log_makes_deleting_a_fault(
    file: Path, clock: FakeClock
) -> None:
    async with opened(file, clock) as storage:
        await storage.sessions.remember("a", LOST)
        with closing(sqlite3.connect(file)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM context").fetchall()
            with pytest.raises(sqlite3.OperationalError, match="could not be emptied"):
                await storage.sessions.forget("a")
        assert await storage.sessions.forget("a")


async def test_old_rows_are_deleted_when_it_is_swept(file: Path, clock: FakeClock) -> None:
    async with opened(file, clock) as storage:
        await storage.sessions.remember("a", LOST)
        clock.advance(30 * 60 + 1)
        await storage.sessions.remember("b", LOST)
        await storage.sweep()
        assert rows(file, "SELECT chat FROM context") == [("b",)]


async def test_sweeping_fails_while_nothing_can_be_written(file: Path, clock: FakeClock) -> None:
    async with opened(file, clock) as storage:
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
        try:
            with pytest.raises(sqlite3.Error):
                await storage.sweep()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        await storage.sweep()


def test_tables_are_made_in_an_empty_database() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        version = migrate(connection)
        tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        assert {name for (name,) in tables} == {
            "context", "handled", "journal", "outbox", "content", "switches", "audit",
            "ticket", "sqlite_sequence",
        }  # fmt: skip
        assert connection.execute("PRAGMA user_version").fetchone() == (version,)


def test_migrating_again_changes_nothing() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        migrate(connection)
        with connection:
            connection.execute("INSERT INTO handled VALUES (1, 2, 1, 'a')")
        migrate(connection)
        assert connection.execute("SELECT * FROM handled").fetchall() == [(1, 2, 1, "a")]


def test_the_tables_of_an_older_version_keep_what_is_in_them() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in MIGRATIONS[0]:
            connection.execute(statement)
        connection.execute("INSERT INTO journal VALUES (1, 'web', 'failed', '', '', 0, 'zh', 'v')")
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
        migrate(connection)
        assert connection.execute("SELECT at, outcome, question FROM journal").fetchall() == [
            (1, "failed", None)
        ]


async def test_a_newer_database_is_refused_and_left_as_it_is(file: Path, clock: FakeClock) -> None:
    async with opened(file, clock):
        pass
    rows(file, "PRAGMA user_version = 99")
    with pytest.raises(SchemaTooNew, match=r"99 .*the database is newer than this program"):
        await open_sqlite(str(file), clock, OWNER)
    assert rows(file, "PRAGMA user_version") == [(99,)]


@pytest.mark.parametrize("damage", [b"no database at all " * 100, b"SQLite format 3\0" + b"?" * 90])
async def test_a_corrupt_file_is_a_fault_of_the_database(
    file: Path, clock: FakeClock, damage: bytes
) -> None:
    file.parent.mkdir()
    file.write_bytes(damage)
    with pytest.raises(sqlite3.Error):
        await open_sqlite(str(file), clock, OWNER)
    assert file.read_bytes() == damage


async def test_a_folder_that_cannot_be_made_is_an_os_error(
    tmp_path: Path, clock: FakeClock
) -> None:
    (tmp_path / "var").write_text("a file where the folder should be")
    with pytest.raises(OSError, match="var"):
        await open_sqlite(str(tmp_path / "var" / "jingwu.db"), clock, OWNER)


# What may happen to the file while it is in use.


async def test_a_file_that_was_removed_is_made_anew(file: Path, clock: FakeClock) -> None:
    async with opened(file, clock) as storage:
        await storage.sessions.remember("a", LOST)
        for part in file.parent.iterdir():
            part.unlink()
        await storage.sessions.remember("b", LOST)
        assert rows(file, "SELECT chat FROM context") == [("b",)]


async def test_that_it_was_removed_is_a_fault_until_the_next_sweep(
    file: Path, clock: FakeClock
) -> None:
    async with opened(file, clock) as storage:
        for part in file.parent.iterdir():
            part.unlink()
        await storage.sessions.remember("b", LOST)
        with pytest.raises(sqlite3.Error, match="removed or replaced"):
            await storage.sweep()
        await storage.sweep()


async def test_a_file_that_was_replaced_is_used(file: Path, clock: FakeClock) -> None:
    backup = file.with_name("backup.db")
    async with opened(backup, clock) as storage:
        await storage.sessions.remember("from the backup", LOST)
    async with opened(file, clock) as storage:
        backup.replace(file)
        assert await storage.sessions.context("from the backup") == LOST


async def test_a_damaged_file_is_kept_aside_and_a_new_one_begins(
    file: Path, clock: FakeClock
) -> None:
    async with opened(file, clock) as storage:
        await storage.sessions.forget("a")  # the log is in the file now
        with file.open("r+b") as damaged:
            damaged.write(b"?" * 8192)
        with pytest.raises(sqlite3.DatabaseError):
            await storage.sweep()
        await storage.sweep()
        await storage.sessions.remember("b", LOST)
        assert rows(file, "SELECT chat FROM context") == [("b",)]
    (aside,) = file.parent.glob("*.damaged-*[0-9]")
    assert aside.read_bytes().startswith(b"?" * 8192)


async def test_a_lock_does_not_stop_the_loop(file: Path, clock: FakeClock) -> None:
    async with opened(file, clock) as storage:
        with closing(sqlite3.connect(file)) as other:
            other.execute("BEGIN IMMEDIATE")
            waiting = asyncio.create_task(storage.updates.claim(1))
            longest = 0.0
            for _ in range(20):
                start = time.monotonic()
                await asyncio.sleep(0.005)
                longest = max(longest, time.monotonic() - start)
            assert not waiting.done()
            other.rollback()
        assert await waiting is Claim.TAKEN
    assert longest < 0.1
