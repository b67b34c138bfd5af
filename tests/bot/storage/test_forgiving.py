"""Answers go on whatever the database does."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

import pytest

from bot.storage.engine import Row, Storage
from bot.storage.faults import Faults
from bot.storage.forgiving import forgiving
from bot.storage.memory import open_memory
from faq.model import Context, Facet
from faq.ports import Backlog, Claim, Noted, Parcel
from tests.clock import FakeClock
from tests.replies import ANSWERED

LOST = Context("id_card_lost", Facet.FEE)
ROW = Row(1.0, Noted("1", "web", "一", ANSWERED))


class Switch:
    """Stands before a part of an engine; every use fails while it is off."""

    def __init__(self, within: object) -> None:
        self._within = within
        self.is_off = False

    def __getattr__(self, name: str) -> Callable[..., Awaitable[object]]:
        async def act(*given: object, **named: object) -> object:
            if self.is_off:
                raise OSError("disk full")
            return await getattr(self._within, name)(*given, **named)

        return act


@dataclass
class Engine:
    """Storage that forgives, the engine below it, and the switches between."""

    storage: Storage
    within: Storage
    faults: Faults
    switches: list[Switch]

    def fail(self, *, off: bool = True) -> None:
        for switch in self.switches:
            switch.is_off = off


@pytest.fixture
def engine() -> Engine:
    clock, faults = FakeClock(), Faults()
    within = open_memory(clock)
    parts = ("sessions", "updates", "outbox", "journal")
    switches = {part: Switch(getattr(within, part)) for part in parts}
    sweeping = Switch(within)
    switched = replace(within, **switches, sweep=sweeping.sweep)  # type: ignore[arg-type]
    storage = forgiving(switched, faults, clock)
    return Engine(storage, within, faults, [*switches.values(), sweeping])


async def test_a_working_engine_is_passed_through(engine: Engine) -> None:
    storage = engine.storage
    await storage.sessions.remember("a", LOST)
    assert await storage.sessions.context("a") == LOST
    assert await storage.sessions.forget("a")
    assert [await storage.updates.claim(1) for _ in "12"] == [Claim.TAKEN, Claim.ELSEWHERE]
    await storage.updates.release(1)
    await storage.updates.done(1)
    assert await engine.within.updates.claim(1) is Claim.DONE
    assert await storage.journal.add([ROW])
    await storage.journal.rate("1", "up", None)
    assert await storage.journal.recent(1) == ("一",)
    await storage.sweep()
    assert engine.faults.fault is None


async def test_the_outbox_of_a_working_engine_is_passed_through(engine: Engine) -> None:
    outbox = engine.storage.outbox
    await outbox.put("a", "1", is_urgent=False)
    assert await engine.within.outbox.chats() == await outbox.chats() == {"a"}
    (parcel,) = await outbox.take(5)
    await outbox.later(parcel, 5)
    assert (await outbox.backlog()).count == 1
    await outbox.sent(parcel)
    assert await engine.within.outbox.backlog() == await outbox.backlog() == Backlog(0, 0.0)


Use = Callable[[Storage], Awaitable[object]]
USES: dict[str, tuple[Use, object]] = {
    "remember": (lambda s: s.sessions.remember("a", LOST), None),
    "context": (lambda s: s.sessions.context("a"), None),
    "forget": (lambda s: s.sessions.forget("a"), False),
    "claim": (lambda s: s.updates.claim(1), Claim.TAKEN),
    "done": (lambda s: s.updates.done(1), None),
    "release": (lambda s: s.updates.release(1), None),
    "put": (lambda s: s.outbox.put("a", "1", is_urgent=False), None),
    "take": (lambda s: s.outbox.take(1), ()),
    "sent": (lambda s: s.outbox.sent(Parcel(1, "a", "1", False, 1.0, 0)), None),
    "later": (lambda s: s.outbox.later(Parcel(1, "a", "1", False, 1.0, 0), 1), None),
    "chats": (lambda s: s.outbox.chats(), frozenset()),
    "backlog": (lambda s: s.outbox.backlog(), Backlog(0, 0.0)),
    "add": (lambda s: s.journal.add([ROW]), False),
    "recent": (lambda s: s.journal.recent(1), ()),
    "rate": (lambda s: s.journal.rate("1", "up", None), None),
    "sweep": (lambda s: s.sweep(), None),
}


@pytest.mark.parametrize(("use", "instead"), USES.values(), ids=USES.keys())
async def test_with_a_failing_engine_everything_goes_on_and_then_heals(
    engine: Engine, use: Use, instead: object
) -> None:
    engine.fail()
    assert await use(engine.storage) == instead
    assert engine.faults.fault == "disk full"
    engine.fail(off=False)
    await use(engine.storage)
    assert engine.faults.fault is None


async def test_with_a_failing_engine_an_update_is_still_answered_once(engine: Engine) -> None:
    engine.fail()
    updates = engine.storage.updates
    claims = [await updates.claim(1), await updates.claim(1)]
    await updates.done(1)
    assert [*claims, await updates.claim(1)] == [Claim.TAKEN, Claim.ELSEWHERE, Claim.DONE]


async def test_what_was_answered_meanwhile_is_known_when_the_engine_works_again(
    engine: Engine,
) -> None:
    engine.fail()
    await engine.storage.updates.done(1)
    engine.fail(off=False)
    assert await engine.storage.updates.claim(1) is Claim.DONE


async def test_with_a_failing_engine_replies_wait_in_memory(engine: Engine) -> None:
    outbox = engine.storage.outbox
    await outbox.put("a", "1", is_urgent=False)
    engine.fail()
    await outbox.put("b", "2", is_urgent=False)
    (parcel,) = await outbox.take(5)
    assert parcel.body == "2"
    await outbox.later(parcel, 0)
    engine.fail(off=False)
    both = await outbox.take(5)
    assert [one.body for one in both] == ["1", "2"]
    assert (await outbox.backlog()).count == 2
    for one in both:
        await outbox.sent(one)
    assert (await outbox.backlog()).count == 0


async def test_a_full_disk_that_can_still_be_read_is_one_fault(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    engine.switches[1].is_off = True  # nothing can be claimed, the rest works
    for number in range(3):
        await engine.storage.updates.claim(number)
        await engine.storage.sessions.context("a")
    assert caplog.messages == ["storage does not work: disk full"]
