"""Several processes on one storage: what one is told, the others do."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.administration.office import Office
from bot.reload.opening import opened
from bot.reload.reloader import Hooks, Places, Reloader
from bot.reload.reporting import FlipReporter
from bot.reload.result import Status, Wish
from bot.storage.memory_content import MemoryContent
from faq.model import Question
from faq.plain import text
from faq.switch import Fixed, Switch
from tests.bot.reload.test_reloader import built_here, make_dearer
from tests.content import write
from tests.faq.fakes import FakeJournal, FakeSessions
from tests.messenger_fakes import FixedClock

ME = "telegram:7"


class Instance:
    """A process: a switch that answers, and an office that looks after it."""

    def __init__(self, switch: Switch, office: Office) -> None:
        self.switch = switch
        self.office = office

    async def says(self, said: str) -> None:
        """Wait until it answers with a text."""
        async with asyncio.timeout(20):
            while True:
                reply = await self.switch.ask(Question("补身份证多少钱", "web", "chat"))
                if said in text(reply):
                    return
                await asyncio.sleep(0.02)


async def nothing_asked(_: int) -> tuple[str, ...]:
    return ()


async def instance(store: MemoryContent, content: Path, work: Path) -> Instance:
    """A process that has just started on a content folder of its own."""
    places = Places(content, work)
    first = await opened(places, store)
    assert first.standing.knowledge
    switch = Switch(FakeSessions(), FakeJournal(), Fixed({}), new_id=str)
    switch.replace(first.standing.knowledge)
    hooks = Hooks(built_here, switch.replace, lambda _, __: None, lambda _, __: frozenset())
    reporter = FlipReporter(work, nothing_asked, lambda _: None, quiet=0)
    reloader = Reloader(places, first.standing, store, hooks)
    return Instance(switch, Office(reloader, reporter, store, switch, FixedClock()))


@pytest.fixture
def store() -> MemoryContent:
    return MemoryContent(FixedClock())


@pytest.fixture
async def one(store: MemoryContent, own_content: Path, tmp_path: Path) -> Instance:
    return await instance(store, own_content, tmp_path / "one")


@pytest.fixture
async def other(one: Instance, store: MemoryContent, tmp_path: Path) -> AsyncIterator[Instance]:
    """A second process, which follows the first."""
    found = await instance(store, write(tmp_path / "other content"), tmp_path / "other")
    following = asyncio.create_task(found.office.follow(0.01))
    yield found
    following.cancel()
    await asyncio.wait([following])


async def test_off_and_on_hold_for_all(one: Instance, other: Instance) -> None:
    await one.office.turn_off(ME, "费用有误")
    await other.says("110")
    assert not other.switch.answers
    await one.office.turn_on(ME)
    await other.says("40元")


async def test_a_rollback_holds_for_all(one: Instance, other: Instance, own_content: Path) -> None:
    make_dearer(own_content)
    await one.office.reload(Wish(ME))
    await one.office.reload(Wish(ME, number=1))
    make_dearer(own_content, "70元")
    wrong = await one.office.reload(Wish(ME))
    await other.says("40元")
    await one.office.reload(Wish(ME, number=2))
    await other.says("60元")
    assert wrong.status is Status.LIVE


async def test_while_it_is_turned_off_nobody_turns_it_on_by_looking(
    one: Instance, store: MemoryContent
) -> None:
    following = asyncio.create_task(one.office.follow(0.001))
    for _ in range(50):
        await one.office.turn_off(ME, "费用有误")
        await asyncio.sleep(0.002)
        assert not one.switch.answers
    following.cancel()
    assert (await store.switches()).off is not None


async def test_who_did_what_is_noted(one: Instance, store: MemoryContent) -> None:
    await one.office.turn_off(ME, "费用有误")
    await one.office.turn_on(ME)
    found = [(deed.who, deed.what, deed.detail) for deed in await store.deeds(9)]
    assert found == [(ME, "on", ""), (ME, "off", "费用有误")]


async def test_what_a_version_would_change_can_be_looked_at(
    one: Instance, own_content: Path
) -> None:
    make_dearer(own_content)
    await one.office.reload(Wish(ME))
    found = await one.office.difference(1)
    assert found
    assert [(change.before, change.after) for change in found.changes] == [("60元", "40元")]
    assert await one.office.difference(99) is None
