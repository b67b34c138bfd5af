import asyncio

import pytest

from bot.administration.notices import Notices
from bot.reload.building import Learning, Refused
from bot.reload.result import Result, Status, Wish
from faq.model import Level, Problem
from handlers.messenger.desk import Said

ME, OTHER = 7, 8
PROBLEM = Problem("hosts.yaml", 1, 1, Level.ERROR, "schema", "缺少字段")
REFUSED = Result(Status.REFUSED, "old", refused=Refused((PROBLEM,)))
EFFECTS = Result(Status.REFUSED, "old", refused=Refused(version="0123456789ab", failing=("q1",)))


@pytest.fixture
def notices() -> Notices:
    return Notices({ME, OTHER})


async def sent(notices: Notices) -> list[tuple[int, Said]]:
    """All that waits to be sent."""
    found: list[tuple[int, Said]] = []

    async def send(admin: int, said: Said) -> None:
        found.append((admin, said))

    task = asyncio.create_task(notices.run(send))
    for _ in range(500):
        await asyncio.sleep(0)
    task.cancel()
    return found


async def test_all_but_the_one_who_asked_are_told(notices: Notices) -> None:
    notices.ended(Wish("telegram:7"), REFUSED)
    ((admin, said),) = await sent(notices)
    assert admin == OTHER
    assert str(PROBLEM) in said.text
    assert said.choices == ()


async def test_what_changed_by_itself_is_told_to_all(notices: Notices) -> None:
    notices.ended(Wish("watch"), REFUSED)
    assert [admin for admin, _ in await sent(notices)] == [ME, OTHER]


async def test_each_gets_a_button_of_his_own(notices: Notices) -> None:
    notices.ended(Wish("watch"), EFFECTS)
    codes = [said.choices[0].code for _, said in await sent(notices)]
    assert codes == ["v:a:0123456789ab:7", "v:a:0123456789ab:8"]


async def test_the_same_news_is_told_once(notices: Notices) -> None:
    for _ in range(20):
        notices.ended(Wish("watch"), REFUSED)
    assert len(await sent(notices)) == 2


@pytest.mark.parametrize("status", [Status.UNCHANGED, Status.HELD, Status.UNKNOWN])
async def test_no_news_is_not_told(notices: Notices, status: Status) -> None:
    notices.ended(Wish("watch"), Result(status, "old"))
    assert await sent(notices) == []


async def test_that_it_takes_longer_is_told(notices: Notices) -> None:
    notices.ended(Wish("watch"), Learning(17))
    assert "17" in (await sent(notices))[0][1].text


async def test_too_many_notices_are_dropped(
    notices: Notices, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(300):
        notices.tell(ME, Said("x"))
    assert len(await sent(notices)) == 200
    assert "dropped" in caplog.text
