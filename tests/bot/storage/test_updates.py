"""What every engine promises of updates."""

import asyncio

import pytest

from bot.storage import Storage, open_storage
from faq.ports import Claim
from tests.bot.storage.conftest import OWNER
from tests.clock import FakeClock

LEASE, DAY = 60, 24 * 3600


async def test_an_update_is_taken_once(storage: Storage) -> None:
    claims = [await storage.updates.claim(number) for number in (1, 1, 2)]
    assert claims == [Claim.TAKEN, Claim.ELSEWHERE, Claim.TAKEN]


async def test_of_many_claims_at_once_one_succeeds(storage: Storage) -> None:
    claims = await asyncio.gather(*(storage.updates.claim(1) for _ in range(20)))
    assert sorted(claims) == [Claim.ELSEWHERE] * 19 + [Claim.TAKEN]


@pytest.mark.parametrize(("seconds", "claim"), [(LEASE - 1, Claim.ELSEWHERE), (LEASE, Claim.TAKEN)])
async def test_an_update_may_be_taken_over_when_the_lease_has_run_out(
    storage: Storage, clock: FakeClock, seconds: float, claim: Claim
) -> None:
    await storage.updates.claim(1)
    clock.advance(seconds)
    assert await storage.updates.claim(1) is claim


async def test_an_update_taken_over_has_a_lease_of_its_own(
    storage: Storage, clock: FakeClock
) -> None:
    await storage.updates.claim(1)
    clock.advance(LEASE)
    await storage.updates.claim(1)
    clock.advance(LEASE - 1)
    assert await storage.updates.claim(1) is Claim.ELSEWHERE


async def test_a_clock_set_back_does_not_keep_an_update_in_hand(
    storage: Storage, clock: FakeClock
) -> None:
    await storage.updates.claim(1)
    clock.advance(-DAY)
    assert await storage.updates.claim(1) is Claim.TAKEN


@pytest.mark.parametrize("seconds", [-DAY, 0, LEASE, DAY])
async def test_a_handled_update_is_never_handled_again(
    storage: Storage, clock: FakeClock, seconds: float
) -> None:
    await storage.updates.claim(1)
    await storage.updates.done(1)
    clock.advance(seconds)
    assert await storage.updates.claim(1) is Claim.DONE


async def test_an_update_may_be_done_that_was_never_claimed(storage: Storage) -> None:
    await storage.updates.done(1)
    assert await storage.updates.claim(1) is Claim.DONE


async def test_an_update_may_be_done_twice(storage: Storage) -> None:
    await storage.updates.done(1)
    await storage.updates.done(1)
    assert await storage.updates.claim(1) is Claim.DONE


async def test_an_update_handed_back_is_free_at_once(storage: Storage) -> None:
    await storage.updates.claim(1)
    await storage.updates.release(1)
    assert await storage.updates.claim(1) is Claim.TAKEN


async def test_a_handled_update_cannot_be_handed_back(storage: Storage) -> None:
    await storage.updates.done(1)
    await storage.updates.release(1)
    assert await storage.updates.claim(1) is Claim.DONE


async def test_handing_back_what_was_never_taken_is_no_fault(storage: Storage) -> None:
    await storage.updates.release(1)
    assert await storage.updates.claim(1) is Claim.TAKEN


@pytest.mark.parametrize("url", ["sqlite", "postgres"], indirect=True)
async def test_what_a_process_had_in_hand_is_free_when_it_starts_again(
    storage: Storage, url: str, clock: FakeClock
) -> None:
    await storage.updates.claim(1)
    again = await open_storage(url, clock, OWNER)
    assert await again.updates.claim(1) is Claim.TAKEN
    await again.close()


@pytest.mark.parametrize("url", ["sqlite", "postgres"], indirect=True)
async def test_what_another_process_has_in_hand_is_left_to_it(
    storage: Storage, url: str, clock: FakeClock
) -> None:
    await storage.updates.claim(1)
    other = await open_storage(url, clock, "elsewhere:8080")
    assert await other.updates.claim(1) is Claim.ELSEWHERE
    await storage.updates.done(1)
    assert await other.updates.claim(1) is Claim.DONE
    await other.close()
