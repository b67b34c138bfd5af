import asyncio
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from bot.reload.apart import Crashed, Say
from bot.reload.building import Built, Job, Learning, Live, Refused, build
from bot.reload.reloader import Hooks, Places, Reloader, Standing, built_apart
from bot.reload.result import Result, Status, Wish
from bot.storage.memory_content import MemoryContent
from faq.assistant import Knowledge
from tests.content import ITEMS, damage
from tests.messenger_fakes import FixedClock

ME = "telegram:7"


async def built_here(job: Job, say: Say) -> Built | Refused:
    """The trial in this process, which takes less time."""
    return await asyncio.to_thread(build, job, say)


@dataclass
class Elsewhere:
    """Remembers what was swapped and told."""

    swapped: list[Knowledge] = field(default_factory=list)
    told: list[Result | Learning] = field(default_factory=list)
    went: list[tuple[Live | None, Live]] = field(default_factory=list)

    def went_live(self, before: Live | None, after: Live) -> frozenset[Path]:
        self.went.append((before, after))
        return frozenset({before.folder} if before else ())

    def hooks(self) -> Hooks:
        return Hooks(
            built_here,
            self.swapped.append,
            lambda _, said: self.told.append(said),
            self.went_live,
        )


@pytest.fixture
def elsewhere() -> Elsewhere:
    return Elsewhere()


@pytest.fixture
def store() -> MemoryContent:
    return MemoryContent(FixedClock())


@pytest.fixture
async def reloader(
    edited: Path, work: Path, live: Live, store: MemoryContent, elsewhere: Elsewhere
) -> Reloader:
    """What is live is kept as number one."""
    first = await built_here(Job(edited, work, live), lambda _: None)
    assert isinstance(first, Built)
    number = await store.keep(live.version, "start", "", first.packed)
    standing = Standing(live, None, number)
    return Reloader(Places(edited, work), standing, store, elsewhere.hooks())


def make_dearer(edited: Path, fee: str = "60元") -> None:
    text = (edited / ITEMS).read_text("utf-8")
    before = text.partition("fee: {amount: ")[2].partition(",")[0]
    damage(edited, ITEMS, f"amount: {before},", f"amount: {fee},")


def fee(knowledge: Knowledge) -> object:
    return knowledge.catalogue.facts["card_lost"].get("fee.amount")


async def test_new_content_is_swapped_in_kept_and_told(
    reloader: Reloader, edited: Path, live: Live, store: MemoryContent, elsewhere: Elsewhere
) -> None:
    make_dearer(edited)
    result = await reloader.reload(Wish(ME))
    (knowledge,) = elsewhere.swapped
    assert (result.status, result.version, result.number) == (
        Status.LIVE,
        knowledge.catalogue.version,
        2,
    )
    assert "60元" in str(fee(knowledge))
    assert elsewhere.told == [result]
    assert elsewhere.went == [(live, reloader.standing.live)]
    newest = (await store.versions(1))[0]
    assert (newest.who, newest.digest) == (ME, result.version)
    assert newest.difference == f"{ITEMS}: items[card_lost].fee.amount: 40元 → 60元"
    assert (await store.switches()).live == 2
    assert [(deed.who, deed.what) for deed in await store.deeds(9)] == [(ME, "reload")]


async def test_without_a_change_nothing_is_swapped(
    reloader: Reloader, live: Live, elsewhere: Elsewhere
) -> None:
    result = await reloader.reload(Wish(ME))
    assert (result.status, result.version) == (Status.UNCHANGED, live.version)
    assert elsewhere.swapped == []


async def test_without_a_change_nothing_is_tried(
    edited: Path, work: Path, live: Live, store: MemoryContent, elsewhere: Elsewhere
) -> None:
    async def never(_: Job, __: Say) -> Built:
        raise AssertionError

    hooks = replace(elsewhere.hooks(), build=never)
    reloader = Reloader(Places(edited, work), Standing(live), store, hooks)
    assert (await reloader.reload(Wish(ME))).status is Status.UNCHANGED


async def test_bad_content_changes_nothing_and_the_reasons_are_told(
    reloader: Reloader, edited: Path, live: Live, elsewhere: Elsewhere
) -> None:
    damage(edited, ITEMS, "confidence: press", "confidence: sure")
    result = await reloader.reload(Wish(ME))
    assert (result.status, result.version) == (Status.REFUSED, live.version)
    assert result.refused
    assert result.refused.problems[0].path == ITEMS
    assert elsewhere.swapped == []
    assert elsewhere.told == [result]


async def test_a_trial_that_crashes_changes_nothing(
    reloader: Reloader, edited: Path, work: Path, live: Live, store: MemoryContent
) -> None:
    async def crash(_: Job, __: Say) -> Built:
        raise Crashed("the process died")

    told: list[object] = []
    make_dearer(edited)
    hooks = Hooks(crash, told.append, lambda _, said: told.append(said), lambda _, __: frozenset())
    result = await Reloader(Places(edited, work), Standing(live), store, hooks).reload(Wish(ME))
    assert (result.status, result.version, result.note) == (
        Status.CRASHED,
        live.version,
        "the process died",
    )
    assert told == [result]


async def test_content_that_is_only_tried_does_not_go_live(
    reloader: Reloader, edited: Path, live: Live, elsewhere: Elsewhere
) -> None:
    make_dearer(edited)
    result = await reloader.reload(Wish(ME, only_try=True))
    assert (result.status, result.version) == (Status.PASSED, live.version)
    assert result.changes
    assert elsewhere.swapped == []


async def test_many_at_once_get_the_last_state_and_are_told_which(
    reloader: Reloader, edited: Path, elsewhere: Elsewhere
) -> None:
    make_dearer(edited, "50元")
    first = asyncio.create_task(reloader.reload(Wish(ME)))
    for _ in range(9):
        await asyncio.sleep(0)
    make_dearer(edited, "60元")
    others = [asyncio.create_task(reloader.reload(Wish(ME))) for _ in range(50)]
    results = await asyncio.gather(first, *others)
    assert {result.version for result in results[1:]} == {elsewhere.swapped[-1].catalogue.version}
    assert "60元" in str(fee(elsewhere.swapped[-1]))
    assert len(elsewhere.told) == 2


async def test_what_is_no_longer_needed_is_removed(
    reloader: Reloader, edited: Path, work: Path
) -> None:
    for amount in ("50元", "60元", "70元"):
        make_dearer(edited, amount)
        await reloader.reload(Wish(ME))
    assert len(list((work / "staged").iterdir())) == 2


# Rollback.


async def test_a_rollback_brings_the_kept_content_back(
    reloader: Reloader, edited: Path, live: Live, store: MemoryContent, elsewhere: Elsewhere
) -> None:
    make_dearer(edited)
    wrong = await reloader.reload(Wish(ME))
    result = await reloader.reload(Wish(ME, number=1))
    assert (result.status, result.version, result.number) == (Status.LIVE, live.version, 1)
    assert "40元" in str(fee(elsewhere.swapped[-1]))
    switches = await store.switches()
    assert (switches.live, switches.passed_over) == (1, wrong.version)
    assert (await store.deeds(1))[0].what == "rollback"


async def test_a_rollback_holds_until_the_folder_changes(reloader: Reloader, edited: Path) -> None:
    make_dearer(edited)
    await reloader.reload(Wish(ME))
    await reloader.reload(Wish(ME, number=1))
    assert (await reloader.reload(Wish("watch"))).status is Status.HELD
    make_dearer(edited, "70元")
    assert (await reloader.reload(Wish("watch"))).status is Status.LIVE
    assert reloader.standing.passed_over is None


async def test_a_rollback_can_be_taken_back(reloader: Reloader, edited: Path) -> None:
    make_dearer(edited)
    wrong = await reloader.reload(Wish(ME))
    await reloader.reload(Wish(ME, number=1))
    result = await reloader.reload(Wish(ME, number=wrong.number))
    assert (result.status, result.version) == (Status.LIVE, wrong.version)
    assert (await reloader.reload(Wish("watch"))).status is Status.UNCHANGED


async def test_a_version_that_is_not_kept_cannot_come_back(reloader: Reloader, live: Live) -> None:
    result = await reloader.reload(Wish(ME, number=99))
    assert (result.status, result.version) == (Status.UNKNOWN, live.version)


async def test_a_changed_file_does_not_undo_a_rollback_that_waits(
    reloader: Reloader, edited: Path, live: Live
) -> None:
    make_dearer(edited)
    running = asyncio.create_task(reloader.reload(Wish(ME)))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    waiting = asyncio.create_task(reloader.reload(Wish(ME, number=1)))
    await asyncio.sleep(0)
    watched = asyncio.create_task(reloader.reload(Wish("watch")))
    await running
    assert (await waiting).version == (await watched).version == live.version


async def test_content_is_tried_in_another_process(edited: Path, work: Path, live: Live) -> None:
    make_dearer(edited)
    found = await built_apart(Job(edited, work, live), lambda _: None)
    assert isinstance(found, Built)
    assert found.changes
