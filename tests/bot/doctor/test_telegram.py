from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from aiohttp.test_utils import unused_port

from bot.config import Config, Secret, Telegram
from bot.doctor import Case, telegram
from tests.clock import FakeClock
from tests.fake_telegram import FakeTelegram

URL = "https://bot.example.org/telegram/webhook"
SECRET = Secret("a-secret-0123456789")


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as running:
        yield running


@pytest.fixture
def case(fake: FakeTelegram) -> Case:
    return Case(Config(telegram=Telegram(Secret(fake.token), fake.root)))


def receiving(case: Case, url: str | None) -> Case:
    assert case.config.telegram
    there = replace(case.config.telegram, webhook_url=url, webhook_secrets=(SECRET,))
    return Case(replace(case.config, telegram=there))


async def test_without_a_token_there_is_nothing_to_do() -> None:
    assert (await telegram.token(Case(Config()))).is_well
    assert (await telegram.webhook(Case(Config()))).is_well


async def test_a_token_that_is_taken_names_the_bot(case: Case) -> None:
    found = await telegram.token(case)
    assert (found.is_well, found.said) == (True, "@jingwu_bot")


async def test_a_token_that_is_refused_is_not_repeated(case: Case, fake: FakeTelegram) -> None:
    wrong = Case(Config(telegram=Telegram(Secret("123456:canary"), fake.root)))
    found = await telegram.token(wrong)
    assert "TELEGRAM_BOT_TOKEN" in found.todo
    assert "canary" not in repr(found)


@pytest.mark.parametrize("check", [telegram.token, telegram.webhook])
async def test_a_telegram_that_is_away_is_told_from_a_wrong_token(check: object) -> None:
    away = Telegram(Secret("123456:canary"), f"http://127.0.0.1:{unused_port()}")
    found = await check(Case(Config(telegram=away)))  # type: ignore[operator]
    assert "HTTPS_PROXY" in found.todo
    assert "canary" not in repr(found)


async def test_polling_as_configured_is_well(case: Case) -> None:
    assert (await telegram.webhook(case)).is_well


async def test_a_webhook_that_is_not_the_configured_one_is_named(case: Case) -> None:
    found = await telegram.webhook(receiving(case, URL))
    assert (found.is_well, URL in found.todo) == (False, True)


async def test_a_webhook_that_cannot_be_reached_is_named(case: Case, fake: FakeTelegram) -> None:
    info = b'{"ok":true,"result":{"url":"%s","has_custom_certificate":false,'
    info += b'"pending_update_count":7,"last_error_message":"Connection refused"}}'
    fake.garble("getWebhookInfo", info % URL.encode())
    found = await telegram.webhook(receiving(case, URL))
    assert ("Connection refused" in found.said, "7" in found.said) == (True, True)
    assert "JINGWU_PORT" in found.todo


async def test_a_clock_that_is_right_is_well(case: Case) -> None:
    assert (await telegram.clock(case)).is_well


async def test_a_clock_that_is_wrong_is_named(case: Case) -> None:
    found = await telegram.clock(replace(case, clock=FakeClock()))
    assert "timedatectl" in found.todo


async def test_with_nobody_to_compare_with_the_clock_is_taken_as_it_is() -> None:
    away = Telegram(Secret("1:a"), f"http://127.0.0.1:{unused_port()}")
    assert (await telegram.clock(Case(Config(telegram=away)))).is_well
