import asyncio
import logging
import sqlite3

import psycopg
import pytest

from bot.storage.faults import SLOW, Faults


async def fails(error: Exception) -> str:
    raise error


async def works() -> str:
    return "it"


@pytest.fixture
def faults() -> Faults:
    return Faults()


async def test_what_works_is_passed_through(faults: Faults) -> None:
    assert await faults.attempt("use", works(), "instead") == "it"
    assert (faults.fault, faults.count) == (None, 0)


@pytest.mark.parametrize(
    "error",
    [
        sqlite3.OperationalError("database or disk is full"),
        OSError(5, "Input/output error"),
        psycopg.OperationalError("connection failed"),
    ],
    ids=["sqlite", "os", "postgres"],
)
async def test_a_fault_is_forgiven_and_known(faults: Faults, error: Exception) -> None:
    assert await faults.attempt("use", fails(error), "instead") == "instead"
    assert (faults.fault, faults.count) == (str(error), 1)


async def test_a_mistake_in_the_program_is_not_hidden(faults: Faults) -> None:
    with pytest.raises(TypeError):
        await faults.attempt("use", fails(TypeError("a mistake")), "instead")


async def test_each_use_heals_by_itself(faults: Faults) -> None:
    await faults.attempt("one", fails(OSError("first")), "")
    await faults.attempt("two", fails(OSError("second")), "")
    await faults.attempt("one", works(), "")
    assert faults.fault == "second"
    await faults.attempt("two", works(), "")
    assert faults.fault is None


async def test_when_the_storage_is_seen_to_work_all_is_over(faults: Faults) -> None:
    await faults.attempt("done", fails(OSError("full")), "")
    faults.over()
    assert faults.fault is None


async def test_it_is_logged_once_when_it_begins_and_once_when_it_is_over(
    faults: Faults, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    for act in (fails(OSError("full")), fails(OSError("still full")), works(), works()):
        await faults.attempt("use", act, "")
    assert caplog.messages == ["storage does not work: full", "storage works again"]


async def test_an_answer_does_not_wait_for_what_hangs_and_what_hangs_goes_on(
    faults: Faults,
) -> None:
    event, ended = asyncio.Event(), asyncio.Event()

    async def hangs() -> str:
        await event.wait()
        ended.set()
        return "late"

    async with asyncio.timeout(3):
        assert await faults.attempt("one", hangs(), "instead") == "instead"
        assert faults.fault == SLOW
        event.set()
        await ended.wait()


async def test_what_was_slow_is_over_when_anything_is_in_time(faults: Faults) -> None:
    hung = asyncio.Event()
    await faults.attempt("one", hung.wait(), False)
    await faults.attempt("two", works(), "")
    assert faults.fault is None
    hung.set()


async def test_a_fault_that_comes_too_late_is_nobodys(faults: Faults) -> None:
    event = asyncio.Event()

    async def fails_late() -> str:
        await event.wait()
        raise OSError("late")

    await faults.attempt("one", fails_late(), "")
    event.set()
    await asyncio.sleep(0)
    assert faults.count == 1
