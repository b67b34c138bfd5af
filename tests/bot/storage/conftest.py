"""Every engine, empty; a test that asks for ``storage`` runs once for each."""

import os
import warnings
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from tempfile import mkdtemp

import psycopg
import pytest

from bot.storage import Storage, open_storage
from tests.clock import FakeClock

OWNER = "here:8080"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a real PostgreSQL: the one that TEST_DATABASE_URL names, else our own.

    Run by root it belongs to another user, who may not look into pytest's folders.
    """
    if url := os.environ.get("TEST_DATABASE_URL"):
        yield url
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # where no runtime folder is set, it says so
        pgserver = pytest.importorskip(
            "pgserver", reason="no PostgreSQL to test with: set TEST_DATABASE_URL"
        )
        server = pgserver.get_server(mkdtemp(prefix="jingwu-pg-"), cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture
def postgres(postgres_server: str) -> str:
    """The address of an empty database."""
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return postgres_server


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database of each kind."""
    if request.param == "postgres":
        return str(request.getfixturevalue("postgres"))
    return "memory:" if request.param == "memory" else f"sqlite:///{tmp_path}/var/jingwu.db"


@pytest.fixture
async def storage(url: str, clock: FakeClock) -> AsyncIterator[Storage]:
    opened = await open_storage(url, clock, OWNER)
    yield opened
    await opened.close()
