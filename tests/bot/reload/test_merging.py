import asyncio

import pytest

from bot.reload.merging import Merging


class Work:
    """Takes its time, as long as it is not let go; remembers what it was asked for."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.running = 0
        self.go = asyncio.Event()

    async def __call__(self, wish: str) -> str:
        self.running += 1
        assert self.running == 1
        await self.go.wait()
        self.running -= 1
        if wish == "bad":
            raise ValueError(wish)
        self.done.append(wish)
        return f"did {wish}"


@pytest.fixture
def work() -> Work:
    return Work()


@pytest.fixture
def merging(work: Work) -> Merging[str, str]:
    """The last wish stands, but none before an urgent one."""
    return Merging(work, lambda old, new: old if old == "urgent" else new)


async def wished(merging: Merging[str, str], *wishes: str) -> list[asyncio.Task[str]]:
    """Wishes made one after another, while the work of the first is not done."""
    tasks = []
    for wish in wishes:
        tasks.append(asyncio.create_task(merging(wish)))
        for _ in range(3):
            await asyncio.sleep(0)
    return tasks


async def test_a_wish_alone_is_done(work: Work, merging: Merging[str, str]) -> None:
    work.go.set()
    assert await merging("one") == "did one"


async def test_of_fifty_at_once_two_run_and_the_last_stands(
    work: Work, merging: Merging[str, str]
) -> None:
    tasks = await wished(merging, *(str(number) for number in range(50)))
    work.go.set()
    assert await asyncio.gather(*tasks) == ["did 0", *["did 49"] * 49]
    assert work.done == ["0", "49"]


async def test_a_preferred_wish_stands(work: Work, merging: Merging[str, str]) -> None:
    tasks = await wished(merging, "one", "urgent", "three")
    work.go.set()
    assert (await asyncio.gather(*tasks))[1:] == ["did urgent", "did urgent"]


async def test_a_wish_that_fails_fails_for_those_who_wished_it_only(
    work: Work, merging: Merging[str, str]
) -> None:
    first, bad = await wished(merging, "one", "bad")
    work.go.set()
    assert await first == "did one"
    with pytest.raises(ValueError, match="bad"):
        await bad
    assert await merging("three") == "did three"


async def test_who_gives_up_waiting_stops_nothing(work: Work, merging: Merging[str, str]) -> None:
    first, second, third = await wished(merging, "one", "two", "three")
    second.cancel()
    first.cancel()
    work.go.set()
    assert await third == "did three"
    assert work.done == ["one", "three"]


async def test_closing_ends_what_runs_and_what_waits(
    work: Work, merging: Merging[str, str]
) -> None:
    tasks = await wished(merging, "one", "two")
    await merging.close()
    ended = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(one) for one in ended] == [asyncio.CancelledError] * 2
    assert work.done == []
