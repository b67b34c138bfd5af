"""Everything together, from the network to the database and back."""

import asyncio
import logging
import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest
from aiohttp.test_utils import unused_port

from bot.app import serving
from bot.config import Config, Secret, Telegram
from bot.listening import PortInUse
from bot.storage import UnknownStorage
from tests.fake_telegram import FakeTelegram

FEE = "补身份证多少钱"
SECRET = "a-secret-0123456789"
ADMIN_TOKEN = "an-admin-token-0123456789"
ADMIN = {"Authorization": f"Bearer {ADMIN_TOKEN}"}
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "var" / "jingwu.db"


@pytest.fixture
def config(content: Path, database: Path) -> Config:
    """The web chat alone, on any free port, and staff on another."""
    address = f"sqlite:///{database}"
    token = Secret(ADMIN_TOKEN)
    return Config(content=content, database=address, port=0, staff_port=0, admin_token=token)


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as running:
        yield running


@pytest.fixture
def polling(config: Config, fake: FakeTelegram) -> Config:
    return replace(config, telegram=Telegram(Secret(fake.token), fake.root))


@pytest.fixture
def webhook(config: Config, fake: FakeTelegram) -> Config:
    port = unused_port()
    url = f"http://127.0.0.1:{port}/telegram/webhook"
    secrets = (Secret(SECRET), Secret(f"former-{SECRET}"))
    return replace(
        config, port=port, telegram=Telegram(Secret(fake.token), fake.root, url, secrets)
    )


@asynccontextmanager
async def visited(config: Config) -> AsyncIterator[aiohttp.ClientSession]:
    """A visitor while everything runs."""
    async with serving(config) as served:
        assert served.staff
        (host, port), (staff, door) = served.address, served.staff
        at_staff = {"X-Staff": f"http://{staff}:{door}"}
        async with aiohttp.ClientSession(f"http://{host}:{port}", headers=at_staff) as visitor:
            yield visitor


async def asked(visitor: aiohttp.ClientSession, text: str) -> dict[str, object]:
    """The answer of the web chat's API."""
    async with visitor.post("/api/chat", json={"text": text}) as answer:
        found: dict[str, object] = await answer.json()
        assert answer.status == 200, found
        return found


async def ready(visitor: aiohttp.ClientSession) -> tuple[int, str]:
    async with visitor.get("/readyz") as answer:
        return answer.status, (await answer.json())["status"]


async def trouble(visitor: aiohttp.ClientSession) -> str:
    """What is wrong, as soon as something is: the name everybody sees, and what staff see."""
    async with asyncio.timeout(10):
        while (found := await ready(visitor))[0] == 200:
            await asyncio.sleep(0.01)
    assert found[0] == 503
    async with visitor.get(f"{visitor.headers['X-Staff']}/healthz", headers=ADMIN) as answer:
        assert answer.status == 503
        checks = (await answer.json())["checks"]
    name = found[1].removeprefix("not ready: ")
    return f"{name}: {checks[name]}"


def rows(database: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as connection, connection:
        return connection.execute(statement).fetchall()


# The web chat.


async def test_the_page_is_served(config: Config) -> None:
    async with visited(config) as visitor, visitor.get("/") as answer:
        assert answer.status == 200
        assert "警务助手" in await answer.text()


async def test_a_question_is_answered(config: Config) -> None:
    async with visited(config) as visitor:
        answer = await asked(visitor, FEE)
    assert (answer["outcome"], answer["entry"], answer["facet"]) == ("answered", "card_lost", "fee")
    assert "40元" in str(answer["text"])


@pytest.mark.parametrize("text", ["\ud83d", "身份证\udfff", "\0", " ", "", "\u202e", "[" * 9999])
async def test_whatever_is_asked_there_is_an_answer(config: Config, text: str) -> None:
    async with visited(config) as visitor:
        assert (await asked(visitor, text))["text"]


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
async def test_it_is_well(config: Config, path: str) -> None:
    async with visited(config) as visitor, visitor.get(path) as answer:
        assert (answer.status, await answer.json()) == (200, {"status": "ok"})


async def test_without_a_token_there_is_no_webhook(config: Config) -> None:
    async with visited(config) as visitor, visitor.post("/telegram/webhook") as answer:
        assert answer.status == 404


async def test_the_limit_of_the_configuration_holds(config: Config) -> None:
    async with visited(replace(config, questions_per_minute_address=1)) as visitor:
        await asked(visitor, FEE)
        async with visitor.post("/api/chat", json={"text": FEE}) as answer:
            assert answer.status == 429


async def test_at_the_end_the_journal_has_what_was_asked_without_numbers(
    config: Config, database: Path
) -> None:
    async with visited(config) as visitor:
        await asked(visitor, "身份证11010519491231002X丢了怎么补办")
        stored = b"".join(path.read_bytes() for path in database.parent.glob("jingwu.db*"))
    found = rows(database, "SELECT outcome, entry, question FROM journal")
    assert found == [("answered", "card_lost", "身份证 丢了怎么补办")]
    assert b"11010519491231002X" not in stored + database.read_bytes()


async def test_the_journal_can_do_without_what_was_asked(config: Config, database: Path) -> None:
    async with visited(replace(config, journal_text="none")) as visitor:
        await asked(visitor, FEE)
    assert rows(database, "SELECT outcome, question FROM journal") == [("answered", None)]
    assert FEE.encode() not in database.read_bytes()


async def test_with_a_broken_database_questions_are_answered_and_it_is_said(
    config: Config, database: Path
) -> None:
    async with visited(config) as visitor:
        rows(database, "DROP TABLE journal")
        assert (await asked(visitor, FEE))["outcome"] == "answered"
        assert await trouble(visitor) == "storage: no such table: journal"


# Staff.


async def test_staff_see_figures_and_what_runs(config: Config) -> None:
    async with visited(config) as visitor:
        answer = await asked(visitor, FEE)
        staff = visitor.headers["X-Staff"]
        async with visitor.get(f"{staff}/metrics", headers=ADMIN) as figures:
            shown = await figures.text()
        async with visitor.get(f"{staff}/healthz", headers=ADMIN) as health:
            told = await health.json()
    assert 'jingwu_questions_total{channel="web",outcome="answered"} 1.0' in shown
    assert "jingwu_facts_expiring 0.0" in shown
    assert f'jingwu_content_info{{version="{answer["version"]}"}} 1.0' in shown
    assert told == {
        "status": "ok",
        "checks": {"storage": "ok", "content": "ok", "background": "ok"},
        "content": answer["version"],
    }


async def test_staff_addresses_are_not_on_the_public_port(config: Config) -> None:
    async with visited(config) as visitor, visitor.get("/metrics", headers=ADMIN) as answer:
        assert answer.status == 404


async def test_without_an_admin_token_staff_have_no_door(config: Config) -> None:
    async with serving(replace(config, admin_token=None)) as served:
        assert served.staff is None


# Telegram.


async def test_polling_answers_a_message(polling: Config, fake: FakeTelegram) -> None:
    async with visited(polling) as visitor:
        await fake.say(1, FEE)
        (answer,) = await fake.wait_sent(1, 1)
        assert (await ready(visitor))[0] == 200
    assert "40元" in answer.seen


async def test_a_button_is_answered(polling: Config, fake: FakeTelegram) -> None:
    async with visited(polling):
        await fake.say(1, FEE)
        (answer,) = await fake.wait_sent(1, 1)
        await fake.press(1, dict(answer.buttons)["怎么办"])
        await fake.wait_for(lambda: bool(fake.store.answered) and "户口簿" in fake.sent(1)[-1].seen)


async def test_the_commands_are_announced(polling: Config, fake: FakeTelegram) -> None:
    async with visited(polling):
        await fake.wait_for(lambda: {"", "zh", "en"} <= fake.store.commands.keys())


async def test_an_update_answered_before_a_restart_is_not_answered_again(
    polling: Config, fake: FakeTelegram
) -> None:
    first = {"update_id": 7, "message": fake.store.message(1, text=FEE)}
    async with visited(polling):
        await fake.push(first)
        await fake.wait_sent(1, 1)
        await fake.wait_for(lambda: not fake.store.waiting)
    async with visited(polling):
        await fake.push(first)
        await fake.say(1, "/menu")
        _, last = await fake.wait_sent(1, 2)
    assert "补领收费" not in last.seen


@pytest.mark.parametrize("receives", ["polling", "webhook"])
async def test_an_answer_that_could_not_be_sent_is_sent_after_a_restart(
    polling: Config, webhook: Config, fake: FakeTelegram, receives: str
) -> None:
    config = polling if receives == "polling" else webhook
    fake.fail("sendMessage", 502, 3)
    async with visited(config):
        await fake.wait_for(lambda: fake.called("getUpdates") > 0 or fake.webhook is not None)
        await fake.say(1, FEE)
        await fake.wait_for(lambda: fake.called("sendMessage") == 3)
    assert fake.sent(1) == []
    async with visited(config):
        (answer,) = await fake.wait_sent(1, 1)
    assert "40元" in answer.seen


async def test_the_webhook_answers_a_message(webhook: Config, fake: FakeTelegram) -> None:
    async with visited(webhook) as visitor:
        await fake.wait_for(lambda: fake.webhook is not None)
        await fake.say(1, FEE)
        (answer,) = await fake.wait_sent(1, 1)
        await fake.all_taken()
        assert (await ready(visitor))[0] == 200
    assert "40元" in answer.seen


@pytest.mark.parametrize(
    ("secret", "status"), [(SECRET, 200), (f"former-{SECRET}", 200), ("other", 401), ("", 401)]
)
async def test_the_webhook_lets_in_who_knows_a_secret(
    webhook: Config, fake: FakeTelegram, secret: str, status: int
) -> None:
    update = {"update_id": 1, "message": fake.store.message(1, text=FEE)}
    async with (
        visited(webhook) as visitor,
        visitor.post("/telegram/webhook", json=update, headers={HEADER: secret}) as answer,
    ):
        assert answer.status == status
    assert len(fake.sent(1)) == (status == 200)


async def test_with_telegram_away_the_web_chat_serves_and_it_is_said(config: Config) -> None:
    away = Telegram(Secret("123456:a-token"), f"http://127.0.0.1:{unused_port()}")
    async with visited(replace(config, telegram=away)) as visitor:
        assert "cannot be reached" in await trouble(visitor)
        assert (await asked(visitor, FEE))["outcome"] == "answered"
        async with visitor.get("/healthz") as answer:
            assert answer.status == 200


@pytest.mark.parametrize("receives", ["polling", "webhook"])
async def test_with_a_wrong_token_the_web_chat_serves_and_it_is_said(
    polling: Config, webhook: Config, receives: str
) -> None:
    config = polling if receives == "polling" else webhook
    assert config.telegram
    wrong = replace(config.telegram, token=Secret("123456:wrong"))
    async with visited(replace(config, telegram=wrong)) as visitor:
        assert "TELEGRAM_BOT_TOKEN" in await trouble(visitor)
        assert (await asked(visitor, FEE))["outcome"] == "answered"


async def test_nothing_secret_and_nothing_asked_is_logged(
    webhook: Config, fake: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with visited(webhook) as visitor:
        await asked(visitor, FEE)
        await fake.wait_for(lambda: fake.webhook is not None)
        await fake.say(1, FEE)
        await fake.wait_sent(1, 1)
        async with visitor.post("/telegram/webhook", data=FEE, headers={HEADER: SECRET}):
            pass
    for secret in (fake.token, SECRET, FEE):
        assert secret not in caplog.text


# What keeps it from starting.


async def test_a_port_in_use_is_said_with_a_hint(config: Config) -> None:
    async with serving(config) as served:
        host, port = served.address
        with pytest.raises(PortInUse, match=rf"{re.escape(host)}:{port}.*JINGWU_PORT"):
            async with serving(replace(config, port=port)):
                pass


async def test_an_address_that_is_not_ours_is_said_with_a_hint(config: Config) -> None:
    with pytest.raises(PortInUse, match=re.escape("192.0.2.1:0")):
        async with serving(replace(config, host="192.0.2.1")):
            pass


async def test_an_unknown_database_is_refused(config: Config) -> None:
    with pytest.raises(UnknownStorage):
        async with serving(replace(config, database="mysql://a/b")):
            pass


async def test_a_broken_database_is_refused(config: Config, database: Path) -> None:
    database.parent.mkdir()
    database.write_text("no database at all")
    with pytest.raises(sqlite3.DatabaseError):
        async with serving(config):
            pass
