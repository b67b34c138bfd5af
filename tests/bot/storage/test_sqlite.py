import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from bot.storage.sqlite import SchemaTooNew, SqliteStorage, migrate
from faq.model import Context, Facet, Outcome
from tests.clock import FakeClock
from tests.replies import ANSWERED, ended

LOST = Context("id_card_lost", Facet.MATERIALS)
DAY = 24 * 3600


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "var" / "jingwu.db"


@asynccontextmanager
async def opened(file: Path, clock: FakeClock) -> AsyncIterator[SqliteStorage]:
    storage = await SqliteStorage.open(str(file), clock)
    try:
        yield storage
    finally:
        await storage.close()


def rows(file: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(statement).fetchall()


async def test_what_was_stored_survives_reopening(file: Path, clock: FakeClock) -> None:
    async with opened(file, clock) as storage:
        await storage.remember("a", LOST)
        await storage.done(1)
    async with opened(file, clock) as storage:
        assert await storage.context("a") == LOST
        assert not await storage.claim(1)


async def test_an_update_in_hand_at_a_crash_is_free_after_the_restart(
    file: Path, clock: FakeClock
) -> None:
    async with opened(file, clock) as storage:
        await storage.claim(1)
    async with opened(file, clock) as storage:
        assert await storage.claim(1)


async def test_two_processes_share_what_is_stored(file: Path, clock: FakeClock) -> None:
    async with opened(file, clock) as one, opened(file, clock) as other:
        await one.remember("a", LOST)
        assert await other.context("a") == LOST
        assert await one.claim(1)
        assert not await other.claim(1)


async def test_several_processes_may_make_the_database_at_once(
    file: Path, clock: FakeClock
) -> None:
    opening = [SqliteStorage.open(str(file), clock) for _ in range(6)]
    results = await asyncio.gather(*opening, return_exceptions=True)
    for result in results:
        if isinstance(result, SqliteStorage):
            await result.close()
    assert [result for result in results if not isinstance(result, SqliteStorage)] == []


async def test_what_was_written_is_on_the_disk_at_once(file: Path, clock: FakeClock) -> None:
    async with opened(file, clock) as storage:
        await storage.claim(1)
        assert rows(file, "SELECT id, done FROM handled") == [(1, 0)]


async def test_the_journal_notes_how_questions_ended(file: Path, clock: FakeClock) -> None:
    async with opened(file, clock) as storage:
        await storage.record("webchat", ANSWERED)
        await storage.record("telegram", ended(Outcome.NO_MATCH))
    assert rows(file, "SELECT * FROM journal ORDER BY rowid") == [
        (clock.time, "webchat", "answered", "id_card_lost", "fee", 0.75, "zh", "v1"),
        (clock.time, "telegram", "no_match", None, None, 0.0, "en", "v1"),
    ]


async def test_the_journal_has_no_place_for_what_was_asked(file: Path, clock: FakeClock) -> None:
    async with opened(file, clock):
        pass
    columns = [name for (name,) in rows(file, "SELECT name FROM pragma_table_info('journal')")]
    assert columns == [
        "at", "channel", "outcome", "entry", "facet", "confidence", "language", "version",
    ]  # fmt: skip


async def test_old_rows_are_deleted_on_opening(file: Path, clock: FakeClock) -> None:
    async with opened(file, clock) as storage:
        await storage.remember("a", LOST)
        await storage.done(1)
        await storage.record("webchat", ANSWERED)
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
            await storage.remember(chat, LOST)
        assert chats[7].encode() in on_disk(file)
        for chat in chats[:10]:
            await storage.forget(chat)
            assert chat.encode() not in on_disk(file)
        assert chats[10].encode() in on_disk(file)


async def test_a_reader_that_holds_the_log_makes_deleting_a_fault(
    file: Path, clock: FakeClock
) -> None:
    async with opened(file, clock) as storage:
        await storage.remember("a", LOST)
        with closing(sqlite3.connect(file)) as reader:
            storage._connection.execute("PRAGMA busy_timeout = 1")
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM context").fetchall()
            with pytest.raises(sqlite3.OperationalError, match="could not be emptied"):
                await storage.forget("a")
        assert await storage.forget("a")


async def test_old_rows_are_deleted_while_answers_go_on(file: Path, clock: FakeClock) -> None:
    async with opened(file, clock) as storage:
        await storage.remember("a", LOST)
        clock.advance(30 * 60 + 1)
        await storage.remember("b", LOST)
        assert rows(file, "SELECT chat FROM context") == [("b",)]


def test_tables_are_made_in_an_empty_database() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        version = migrate(connection)
        tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        assert {name for (name,) in tables} == {"context", "handled", "journal"}
        assert connection.execute("PRAGMA user_version").fetchone() == (version,)


def test_migrating_again_changes_nothing() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        migrate(connection)
        with connection:
            connection.execute("INSERT INTO handled VALUES (1, 2, 1)")
        migrate(connection)
        assert connection.execute("SELECT * FROM handled").fetchall() == [(1, 2, 1)]


async def test_a_newer_database_is_refused_and_left_as_it_is(file: Path, clock: FakeClock) -> None:
    async with opened(file, clock):
        pass
    rows(file, "PRAGMA user_version = 99")
    with pytest.raises(SchemaTooNew, match=r"99 .*the database is newer than this program"):
        await SqliteStorage.open(str(file), clock)
    assert rows(file, "PRAGMA user_version") == [(99,)]


@pytest.mark.parametrize("damage", [b"no database at all " * 100, b"SQLite format 3\0" + b"?" * 90])
async def test_a_corrupt_file_is_a_fault_of_the_database(
    file: Path, clock: FakeClock, damage: bytes
) -> None:
    file.parent.mkdir()
    file.write_bytes(damage)
    with pytest.raises(sqlite3.Error):
        await SqliteStorage.open(str(file), clock)
    assert file.read_bytes() == damage


async def test_a_folder_that_cannot_be_made_is_an_os_error(
    tmp_path: Path, clock: FakeClock
) -> None:
    (tmp_path / "var").write_text("a file where the folder should be")
    with pytest.raises(OSError, match="var"):
        await SqliteStorage.open(str(tmp_path / "var" / "jingwu.db"), clock)
