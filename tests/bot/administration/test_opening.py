"""Content that changes while everything runs: what citizens see, what administrators are told."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest

from bot.app import serving
from bot.config import Config, Secret, Telegram
from tests.content import ITEMS, LOST, damage, grow, place
from tests.fake_telegram import FakeTelegram, Sent

ADMIN, OTHER, CITIZEN = 7, 8, 9
FEE = "补身份证多少钱"


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as running:
        for admin in (ADMIN, OTHER):
            running.store.message(admin)  # an administrator has spoken to the bot before
        yield running


@pytest.fixture
def config(own_content: Path, tmp_path: Path) -> Config:
    """The web chat alone, on any free port."""
    database = f"sqlite:///{tmp_path}/var/jingwu.db"
    return Config(content=own_content, database=database, port=0)


@pytest.fixture
def staffed(config: Config, fake: FakeTelegram) -> Config:
    """With Telegram and two administrators."""
    telegram = Telegram(Secret(fake.token), fake.root)
    return replace(config, telegram=telegram, admin_ids=frozenset({ADMIN, OTHER}))


@asynccontextmanager
async def visited(config: Config) -> AsyncIterator[aiohttp.ClientSession]:
    """A visitor while everything runs."""
    async with serving(config) as served:
        host, port = served.address
        async with aiohttp.ClientSession(f"http://{host}:{port}") as visitor:
            yield visitor


async def asked(visitor: aiohttp.ClientSession, text: str = FEE) -> str:
    async with visitor.post("/api/chat", json={"text": text}) as answer:
        return str((await answer.json())["text"])


async def ready(visitor: aiohttp.ClientSession) -> tuple[int, str]:
    async with visitor.get("/readyz") as answer:
        return answer.status, (await answer.json())["status"]


async def comes(visitor: aiohttp.ClientSession, text: str) -> None:
    """Wait until the answer says something."""
    async with asyncio.timeout(120):
        while text not in await asked(visitor):
            await asyncio.sleep(0.05)


async def told(fake: FakeTelegram, admin: int, text: str) -> Sent:
    """The message to an administrator that says something, once it has come."""

    def found() -> list[Sent]:
        return [one for one in fake.sent(admin) if text in one.seen]

    await fake.wait_for(lambda: bool(found()), seconds=120)
    return found()[-1]


def make_dearer(content: Path) -> None:
    damage(content, ITEMS, "amount: 40元", "amount: 60元")


# Reload.


async def test_a_corrected_fee_is_reloaded_shown_and_taken_back(
    staffed: Config, fake: FakeTelegram, own_content: Path
) -> None:
    async with visited(replace(staffed, questions_per_minute=0)) as visitor:
        assert "40元" in await asked(visitor)
        make_dearer(own_content)
        await fake.say(ADMIN, "/reload")
        done = await told(fake, ADMIN, "已上线")
        assert "fee.amount: 40元 → 60元" in done.seen
        assert "telegram:7" in (await told(fake, OTHER, "已上线")).seen
        assert "60元" in await asked(visitor)
        await fake.say(ADMIN, "/versions")
        assert "#2" in (await told(fake, ADMIN, "← 在用")).seen
        await fake.say(ADMIN, "/diff 1")
        assert "60元 → 40元" in (await told(fake, ADMIN, "1 处不同")).seen
        await fake.say(ADMIN, "/rollback 1")
        (button,) = (await told(fake, ADMIN, "确定退回 #1")).buttons
        await fake.press(ADMIN, button[1])
        await comes(visitor, "40元")


async def test_bad_content_changes_nothing_and_its_place_is_told(
    staffed: Config, fake: FakeTelegram, own_content: Path
) -> None:
    async with visited(staffed) as visitor:
        damage(own_content, ITEMS, "confidence: press", "confidence: sure")
        await fake.say(ADMIN, "/reload")
        said = await told(fake, ADMIN, "没有上线")
        assert place(own_content, ITEMS, "confidence: sure") in said.seen
        assert "40元" in await asked(visitor)


async def test_content_refused_for_its_effects_can_be_accepted(
    staffed: Config, fake: FakeTelegram, own_content: Path
) -> None:
    questions = (
        "questions:\n  - {id: q, text: 红烧肉的糖色应该用哪一种糖来炒, kind: out_of_scope}\n# 完\n"
    )
    (own_content / "tests").mkdir()
    (own_content / "tests" / "all.yaml").write_text(questions, "utf-8")
    async with visited(staffed) as visitor:
        damage(own_content, LOST, "补证收费多少", "补证收费多少, 红烧肉的糖色应该用哪一种糖来炒")
        await fake.say(ADMIN, "/reload")
        (button,) = (await told(fake, ADMIN, "没有上线")).buttons
        await fake.press(ADMIN, button[1])
        await told(fake, ADMIN, "已上线")
        assert "补领" in await asked(visitor, "红烧肉的糖色应该用哪一种糖来炒")


async def test_a_hang_up_reloads(config: Config, own_content: Path) -> None:
    async with visited(replace(config, questions_per_minute=0)) as visitor:
        make_dearer(own_content)
        os.kill(os.getpid(), signal.SIGHUP)
        await comes(visitor, "60元")


async def test_a_watched_folder_is_reloaded_when_it_changes(
    config: Config, own_content: Path
) -> None:
    watched = replace(config, reload_watch="apply", questions_per_minute=0)
    async with visited(watched) as visitor:
        await asyncio.sleep(0.3)  # the watch begins in a thread of its own
        make_dearer(own_content)
        await comes(visitor, "60元")


async def test_a_folder_watched_for_checking_is_only_checked(
    staffed: Config, fake: FakeTelegram, own_content: Path
) -> None:
    async with visited(replace(staffed, reload_watch="check")) as visitor:
        await asyncio.sleep(0.3)
        make_dearer(own_content)
        await told(fake, ADMIN, "检查通过")
        assert "40元" in await asked(visitor)


async def test_which_answers_changed_is_told_when_it_is_known(
    staffed: Config, fake: FakeTelegram, own_content: Path
) -> None:
    async with visited(staffed) as visitor:
        await asked(visitor)
        make_dearer(own_content)
        await fake.say(ADMIN, "/reload")
        await told(fake, ADMIN, "回答对比")


# Over HTTP.


TOKEN = "a-token-for-staff-0123456789"


@asynccontextmanager
async def staff(config: Config) -> AsyncIterator[tuple[aiohttp.ClientSession, ...]]:
    """A visitor and somebody of the staff while everything runs."""
    open_to_staff = replace(config, admin_token=Secret(TOKEN), staff_port=0, questions_per_minute=0)
    headers = {"Authorization": f"Bearer {TOKEN}"}
    async with serving(open_to_staff) as served:
        assert served.staff
        (host, port), (staff_host, staff_port) = served.address, served.staff
        async with (
            aiohttp.ClientSession(f"http://{host}:{port}") as visitor,
            aiohttp.ClientSession(f"http://{staff_host}:{staff_port}", headers=headers) as one,
        ):
            yield visitor, one


async def done(somebody: aiohttp.ClientSession, act: str, **given: object) -> dict[str, object]:
    async with somebody.post(f"/staff/{act}", json=given) as answer:
        found: dict[str, object] = await answer.json()
        return found


async def test_staff_reload_go_back_and_see_which_answers_changed(
    config: Config, own_content: Path
) -> None:
    async with staff(config) as (visitor, somebody):
        await asked(visitor)
        make_dearer(own_content)
        told = await done(somebody, "reload")
        assert (told["status"], told["number"]) == ("live", 2)
        assert "60元" in await asked(visitor)
        async with asyncio.timeout(60):
            while True:
                async with somebody.get("/staff/flips") as answer:
                    flips = await answer.json()
                if flips["status"] == "flips":
                    break
                await asyncio.sleep(0.1)
        assert f"“{FEE}”" in flips["text"]
        assert (await done(somebody, "rollback", number=1))["status"] == "live"
        assert "40元" in await asked(visitor)
        assert (await done(somebody, "reload"))["status"] == "held"
        async with somebody.get("/staff/versions") as answer:
            assert "#1" in (await answer.json())["text"]


async def test_staff_turn_it_off_and_on(config: Config) -> None:
    async with staff(config) as (visitor, somebody):
        await done(somebody, "off", reason="费用有误")
        assert "暂停" in await asked(visitor)
        async with somebody.get("/healthz") as answer:
            assert (await answer.json())["checks"]["content"] == "turned off by staff"
        await done(somebody, "on")
        assert "40元" in await asked(visitor)


async def test_without_the_token_nobody_reloads(config: Config, own_content: Path) -> None:
    async with staff(config) as (visitor, somebody):
        make_dearer(own_content)
        wrong = {"Authorization": "Bearer wrong"}
        async with somebody.post("/staff/reload", headers=wrong) as answer:
            assert answer.status == 401
        assert "40元" in await asked(visitor)


# Off and on.


async def test_turned_off_every_channel_says_so_and_cards_are_shown(
    staffed: Config, fake: FakeTelegram
) -> None:
    async with visited(staffed) as visitor:
        await fake.say(ADMIN, "/off 费用有误")
        assert "已停用" in (await told(fake, OTHER, "费用有误")).seen
        assert "暂停" in await asked(visitor)
        assert "费用有误" not in await asked(visitor)
        assert "119" in await asked(visitor, "着火了快来人")
        async with visitor.get("/") as page:
            assert "暂停" in await page.text()
        assert await ready(visitor) == (503, "not ready: content")
        await fake.say(CITIZEN, FEE)
        assert "12345" in (await told(fake, CITIZEN, "暂停")).seen
        await fake.say(ADMIN, "/on")
        await told(fake, ADMIN, "已恢复")
        assert "40元" in await asked(visitor)


async def test_off_holds_over_a_restart(staffed: Config, fake: FakeTelegram) -> None:
    async with visited(staffed):
        await fake.say(ADMIN, "/off 费用有误")
        await told(fake, ADMIN, "已停用")
    async with visited(staffed) as visitor:
        assert "暂停" in await asked(visitor)


# The start.


async def test_a_rollback_holds_over_a_restart_until_the_folder_changes(
    staffed: Config, fake: FakeTelegram, own_content: Path
) -> None:
    async with visited(staffed) as visitor:
        make_dearer(own_content)
        await fake.say(ADMIN, "/reload")
        await told(fake, ADMIN, "已上线")
        await fake.press(ADMIN, f"v:r:1:{ADMIN}")
        await comes(visitor, "40元")
    async with visited(staffed) as visitor:
        assert "40元" in await asked(visitor)
    damage(own_content, ITEMS, "amount: 60元", "amount: 70元")
    async with visited(staffed) as visitor:
        assert "70元" in await asked(visitor)


async def test_with_broken_content_the_last_good_version_answers_and_it_is_said(
    staffed: Config, fake: FakeTelegram, own_content: Path
) -> None:
    async with visited(staffed):
        pass
    damage(own_content, ITEMS, "confidence: press", "confidence: sure")
    async with visited(staffed) as visitor:
        assert "40元" in await asked(visitor)
        assert await ready(visitor) == (503, "not ready: content")
        assert ITEMS in (await told(fake, ADMIN, "启动时内容有")).seen


async def test_where_nothing_can_be_written_content_answers_all_the_same(
    config: Config, tmp_path: Path
) -> None:
    (tmp_path / "var").write_text("a file where the folder should be")
    async with visited(replace(config, database="memory:")) as visitor:
        assert "40元" in await asked(visitor)


async def test_with_broken_content_and_nothing_kept_cards_are_shown_until_it_is_mended(
    config: Config, own_content: Path
) -> None:
    damage(own_content, ITEMS, "confidence: press", "confidence: sure")
    async with visited(config) as visitor:
        assert "暂停" in await asked(visitor)
        assert "119" in await asked(visitor, "着火了快来人")
        assert (await ready(visitor))[0] == 503
        damage(own_content, ITEMS, "confidence: sure", "confidence: press")
        os.kill(os.getpid(), signal.SIGHUP)
        await comes(visitor, "40元")
        async with asyncio.timeout(60):
            while await ready(visitor) != (200, "ok"):
                await asyncio.sleep(0.05)


async def test_content_that_must_be_learnt_first_comes_while_cards_are_shown(
    config: Config, own_content: Path
) -> None:
    grow(own_content, 50)
    async with visited(config) as visitor:
        assert await ready(visitor) == (503, "not ready: content")
        assert "正在启动" in await asked(visitor)
        assert "110" in await asked(visitor, "有人要杀我")
        await comes(visitor, "40元")
        assert await ready(visitor) == (200, "ok")
