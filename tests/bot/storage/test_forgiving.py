import logging
import sqlite3
from dataclasses import dataclass, field

import pytest

from bot.storage.forgiving import ForgivingStorage
from bot.storage.memory import MemoryStorage
from faq.model import Context, Facet, Reply
from tests.clock import FakeClock
from tests.replies import ANSWERED

LOST = Context("id_card_lost", Facet.FEE)


@dataclass
class Engine:
    """An engine in memory that fails while it has a fault, or only when it writes."""

    within: MemoryStorage = field(default_factory=lambda: MemoryStorage(FakeClock()))
    fault: Exception | None = None
    reads: bool = False

    async def context(self, chat: str) -> Context | None:
        if not self.reads:
            self._fail()
        return await self.within.context(chat)

    async def remember(self, chat: str, context: Context | None) -> None:
        self._fail()
        await self.within.remember(chat, context)

    async def forget(self, chat: str) -> bool:
        self._fail()
        return await self.within.forget(chat)

    async def claim(self, update: int) -> bool:
        self._fail()
        return await self.within.claim(update)

    async def done(self, update: int) -> None:
        self._fail()
        await self.within.done(update)

    async def record(self, channel: str, reply: Reply) -> None:
        self._fail()
        await self.within.record(channel, reply)

    def _fail(self) -> None:
        if self.fault:
            raise self.fault


@pytest.fixture
def engine() -> Engine:
    return Engine()


@pytest.fixture
def storage(engine: Engine) -> ForgivingStorage:
    return ForgivingStorage(engine, engine)


async def test_a_working_engine_is_passed_through(
    storage: ForgivingStorage, engine: Engine
) -> None:
    await storage.remember("a", LOST)
    await storage.record("webchat", ANSWERED)
    assert [await storage.claim(1), await storage.claim(1)] == [True, False]
    await storage.done(2)
    assert not await engine.within.claim(2)
    assert await storage.context("a") == LOST
    assert await storage.forget("a")
    assert await storage.context("a") is None
    assert engine.within.outcomes == {("webchat", "answered"): 1}
    assert storage.fault is None


@pytest.mark.parametrize(
    "fault",
    [sqlite3.OperationalError("database or disk is full"), OSError(5, "Input/output error")],
    ids=["sqlite", "os"],
)
async def test_with_a_failing_engine_answers_go_on(
    storage: ForgivingStorage, engine: Engine, fault: Exception
) -> None:
    engine.fault = fault
    await storage.remember("a", LOST)
    await storage.done(1)
    await storage.record("webchat", ANSWERED)
    assert await storage.context("a") is None
    assert not await storage.forget("a")
    assert [await storage.claim(1), await storage.claim(1)] == [True, True]
    assert storage.fault == str(fault)


async def test_a_fault_is_over_when_the_engine_works_again(
    storage: ForgivingStorage, engine: Engine
) -> None:
    engine.fault = sqlite3.OperationalError("database is locked")
    await storage.claim(1)
    engine.fault = None
    await storage.claim(1)
    assert storage.fault is None


async def test_a_fault_is_logged_when_it_begins_and_when_it_is_over(
    storage: ForgivingStorage, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    for fault in (sqlite3.OperationalError("disk full"), sqlite3.OperationalError("again"), None):
        engine.fault = fault
        await storage.claim(1)
    assert caplog.messages == ["storage does not work: disk full", "storage works again"]


async def test_a_full_disk_that_can_still_be_read_is_one_fault(
    storage: ForgivingStorage, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    engine.fault, engine.reads = sqlite3.OperationalError("disk full"), True
    for _ in range(3):
        await storage.remember("a", LOST)
        await storage.context("a")
    assert storage.fault == "disk full"
    assert caplog.messages == ["storage does not work: disk full"]


async def test_a_mistake_in_the_program_is_not_hidden(
    storage: ForgivingStorage, engine: Engine
) -> None:
    engine.fault = TypeError("a mistake")
    with pytest.raises(TypeError):
        await storage.claim(1)
