import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest

from bot.background import Background, Work


@dataclass
class Going:
    """Work that notes when it begins and ends, and does what it is told."""

    error: Exception | None = None
    begun: int = 0
    ended: int = 0
    again: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self) -> None:
        self.begun += 1
        if self.begun == 2:
            self.again.set()
        try:
            if self.error:
                raise self.error
            await asyncio.Event().wait()
        finally:
            self.ended += 1


@pytest.fixture
async def background() -> AsyncIterator[Background]:
    opened = Background(look=0.01, frozen=1.0)
    yield opened
    await opened.close()


async def test_work_goes_on_until_it_is_closed(background: Background) -> None:
    work = Going()
    background.start(Work("work", work))
    await asyncio.sleep(0.03)
    assert (work.begun, work.ended, background.trouble) == (1, 0, None)
    await background.close()
    assert work.ended == 1


async def test_work_that_fails_begins_anew_and_it_is_said(
    background: Background, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR)
    work = Going(error=ValueError("what was typed"))
    background.start(Work("work", work))
    async with asyncio.timeout(3):
        await work.again.wait()
    assert "work failed: ValueError at test_background.py:" in str(background.trouble)
    assert "what was typed" not in caplog.text


async def test_trouble_is_over_when_the_work_goes_on(background: Background) -> None:
    work = Going(error=ValueError())
    background.start(Work("work", work))
    async with asyncio.timeout(3):
        await work.again.wait()
        work.error = None
        while background.trouble:
            await asyncio.sleep(0.005)
    assert work.ended < work.begun


async def test_work_that_hangs_is_ended_and_begins_anew(background: Background) -> None:
    work = Going()
    background.start(Work("polling", work, idle=lambda: 2.0))
    async with asyncio.timeout(3):
        await work.again.wait()
    assert background.trouble == "polling hangs"
    assert work.ended >= 1


async def test_work_may_come_to_its_end(background: Background) -> None:
    ended = asyncio.Event()

    async def once() -> None:
        ended.set()

    background.start(Work("once", once))
    async with asyncio.timeout(3):
        await ended.wait()
    await asyncio.sleep(0.03)
    assert background.trouble is None
