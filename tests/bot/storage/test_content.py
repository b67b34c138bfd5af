"""What every engine promises of the content that was live, the switches and the audit log."""

import pytest

from bot.storage import Storage, open_storage
from bot.storage.content_row import MOST_VERSIONS
from faq.versions import Deed, Off, Switches, Version
from tests.clock import FakeClock

OFF = Off("费用有误", "telegram:7", 12.5)


async def test_of_an_empty_store_nothing_is_live_and_nothing_off(storage: Storage) -> None:
    assert await storage.content.switches() == Switches()
    assert await storage.content.versions(9) == ()
    assert await storage.content.tree(1) is None


async def test_content_is_kept_with_who_when_and_what(storage: Storage, clock: FakeClock) -> None:
    number = await storage.content.keep("abc", "telegram:7", "费用 20 → 40", b"\x00tree")
    assert await storage.content.versions(9) == (
        Version(number, "abc", clock.now(), "telegram:7", "费用 20 → 40"),
    )
    assert await storage.content.tree(number) == b"\x00tree"


async def test_the_newest_version_comes_first(storage: Storage) -> None:
    numbers = [await storage.content.keep(digest, "a", "", b"") for digest in "abc"]
    assert numbers == sorted(set(numbers))
    assert [one.digest for one in await storage.content.versions(2)] == ["c", "b"]


async def test_the_same_content_is_the_same_version(storage: Storage) -> None:
    first = await storage.content.keep("abc", "a", "", b"1")
    await storage.content.keep("def", "a", "", b"2")
    assert await storage.content.keep("abc", "b", "", b"1") == first
    assert len(await storage.content.versions(9)) == 2


async def test_the_oldest_make_room_but_not_what_is_live(storage: Storage) -> None:
    live = await storage.content.keep("live", "a", "", b"")
    await storage.content.went_live(live, None)
    for number in range(MOST_VERSIONS + 5):
        await storage.content.keep(f"{number}", "a", "", b"")
    kept = await storage.content.versions(99)
    assert len(kept) in {MOST_VERSIONS, MOST_VERSIONS + 1}
    assert await storage.content.tree(live) is not None
    assert "0" not in {one.digest for one in kept}


async def test_what_is_live_and_what_is_off_are_turned_apart(storage: Storage) -> None:
    await storage.content.turn(OFF)
    await storage.content.went_live(3, "abc")
    assert await storage.content.switches() == Switches(3, "abc", OFF)
    await storage.content.turn(None)
    assert await storage.content.switches() == Switches(3, "abc")
    await storage.content.went_live(4, None)
    assert await storage.content.switches() == Switches(4)


async def test_who_did_what_is_told_newest_first(storage: Storage, clock: FakeClock) -> None:
    await storage.content.note("telegram:7", "off", "费用有误")
    await storage.content.note("telegram:7", "on", "")
    assert await storage.content.deeds(1) == (Deed(clock.now(), "telegram:7", "on", ""),)
    assert len(await storage.content.deeds(9)) == 2


@pytest.mark.parametrize("url", ["sqlite", "postgres"], indirect=True)
async def test_all_of_it_outlasts_a_restart(url: str, clock: FakeClock) -> None:
    first = await open_storage(url, clock)
    number = await first.content.keep("abc", "a", "", b"tree")
    await first.content.turn(OFF)
    await first.content.went_live(number, None)
    await first.content.note("a", "off", "")
    await first.close()
    second = await open_storage(url, clock)
    assert await second.content.tree(number) == b"tree"
    assert await second.content.switches() == Switches(number, None, OFF)
    assert len(await second.content.deeds(9)) == 1
    await second.close()
