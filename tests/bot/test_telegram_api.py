import asyncio
import logging
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import telegram
from telegram.error import InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.telegram_api import TelegramBot, open_bot
from bot.telegram_request import AiohttpRequest
from handlers.messenger.courier import seconds
from tests.fake_telegram import FakeTelegram
from tests.fake_telegram.methods import ME


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as running:
        yield running


@pytest.fixture
async def bot(fake: FakeTelegram) -> AsyncIterator[TelegramBot]:
    async with open_bot(fake.token, fake.root) as opened:
        yield opened


def test_without_an_address_it_is_telegram() -> None:
    assert open_bot("1:a").base_url == "https://api.telegram.org/bot1:a"


def test_a_slash_at_the_end_of_the_address_does_not_matter() -> None:
    assert open_bot("1:a", "http://127.0.0.1:8082/").base_url == "http://127.0.0.1:8082/bot1:a"


async def test_the_api_is_asked_and_answers(bot: TelegramBot) -> None:
    assert (await bot.get_me()).username == ME["username"]


async def test_files_are_sent_as_forms(fake: FakeTelegram, bot: TelegramBot) -> None:
    fake.garble("sendDocument", b'{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":1,'
                b'"type":"private"}}}')  # fmt: skip
    await bot.send_document(7, telegram.InputFile(b"content", "a.txt"))
    assert "document" in fake.store.calls[-1][1]


async def test_a_bot_opens_without_a_network() -> None:
    async with open_bot("1:a", "http://127.0.0.1:9"):
        pass


async def test_a_bot_can_be_closed_twice(fake: FakeTelegram) -> None:
    bot = open_bot(fake.token, fake.root)
    await bot.initialize()
    await bot.shutdown()
    await bot.shutdown()


async def test_a_closed_bot_says_so(fake: FakeTelegram) -> None:
    with pytest.raises(NetworkError, match="not open"):
        await open_bot(fake.token, fake.root).get_me()


async def test_a_refused_connection_is_known_not_to_be_carried_out() -> None:
    async with open_bot("1:a", "http://127.0.0.1:9") as bot:
        with pytest.raises(NetworkError, match="cannot be reached") as raised:
            await bot.get_me()
    assert not isinstance(raised.value, TimedOut)


@pytest.mark.parametrize("performs", [True, False])
async def test_after_a_dropped_connection_nobody_knows(
    fake: FakeTelegram, bot: TelegramBot, *, performs: bool
) -> None:
    fake.drop("getMe", performs=performs)
    with pytest.raises(TimedOut):
        await bot.get_me()


async def test_a_reset_means_that_nobody_read_the_request(
    fake: FakeTelegram, bot: TelegramBot
) -> None:
    fake.reset("getMe")
    with pytest.raises(NetworkError) as raised:
        await bot.get_me()
    assert not isinstance(raised.value, TimedOut)


async def test_a_gateway_that_did_not_wait_knows_nothing(
    fake: FakeTelegram, bot: TelegramBot
) -> None:
    fake.fail("getMe", 504)
    with pytest.raises(TimedOut):
        await bot.get_me()


async def test_a_slow_answer_is_not_waited_for_for_ever(
    fake: FakeTelegram, bot: TelegramBot
) -> None:
    fake.hold("getMe")
    with pytest.raises(TimedOut):
        await bot.get_me(read_timeout=0, connect_timeout=0.05, pool_timeout=0, write_timeout=0)


@pytest.mark.parametrize(
    "body",
    [b"", b"<html>502</html>", b"{", b"[]", b"null", b'{"ok": true}', b"\xff", b"[" * 100_000],
    ids=lambda body: body[:20].decode(errors="replace") or "empty",
)
@pytest.mark.parametrize("status", [200, 500])
async def test_what_is_not_the_apis_json_is_a_network_error(
    fake: FakeTelegram, bot: TelegramBot, body: bytes, status: int
) -> None:
    fake.garble("getMe", body, status=status)
    with pytest.raises(NetworkError):
        await bot.get_me()


@pytest.mark.parametrize("status", [401, 404])
async def test_a_refused_token_is_an_error_of_its_own(
    fake: FakeTelegram, bot: TelegramBot, status: int
) -> None:
    fake.fail("getMe", status)
    with pytest.raises(InvalidToken):
        await bot.get_me()


@pytest.mark.parametrize(
    ("asked", "waited"),
    [("5", 5), ("0", 1), ("-1", 1), ('"x"', 1), ("null", 1), ("1e3", 1), ("999999999", 86400)],
)
async def test_a_flood_has_a_sensible_wait(
    fake: FakeTelegram, bot: TelegramBot, asked: str, waited: float
) -> None:
    body = f'{{"ok":false,"description":"x","parameters":{{"retry_after":{asked}}}}}'
    fake.garble("getMe", body.encode(), status=429)
    with pytest.raises(RetryAfter) as raised:
        await bot.get_me()
    assert seconds(raised.value) == waited


async def test_updates_come_unparsed(fake: FakeTelegram, bot: TelegramBot) -> None:
    await fake.push({"update_id": 5, "message": "unreadable"})
    batch = await bot.raw_updates(offset=None, wait=0, kinds=("message",))
    assert batch == [{"update_id": 5, "message": "unreadable"}]


@pytest.mark.parametrize("result", ["true", "{}", "[1]", '[{"update_id":"1"}]', "[{}]"])
async def test_what_are_no_updates_is_a_network_error(
    fake: FakeTelegram, bot: TelegramBot, result: str
) -> None:
    fake.garble("getUpdates", f'{{"ok":true,"result":{result}}}'.encode())
    with pytest.raises(NetworkError):
        await bot.raw_updates(offset=None, wait=0, kinds=())


async def test_no_error_and_no_log_knows_the_token(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    token = "123456:canary-token"
    errors: list[TelegramError] = []
    async with FakeTelegram() as fake, open_bot(token, fake.root) as bot:
        page = f"<html>no such address /bot{token}/getMe</html>".encode()
        fake.garble("getMe", page, status=502)
        fake.drop("getMe")
        fake.fail("getMe", 404)
        for _ in range(4):
            errors.append(await _error(bot))
    for root in ("http://127.0.0.1:9", "http://[", "gopher://a", "http://nowhere.invalid"):
        async with TelegramBot(token, root, AiohttpRequest(use_proxy=False)) as bot:
            errors.append(await _error(bot))
    assert "canary" not in caplog.text
    for error in errors:
        assert "canary" not in repr((error, error.__cause__, error.__context__))


def test_the_part_of_the_library_that_remembers_every_chat_is_not_loaded() -> None:
    said = "import sys, bot.app; print('telegram.ext' in sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", said],
        capture_output=True, check=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert ran.stdout == b"False\n"


async def test_many_calls_share_the_session(fake: FakeTelegram, bot: TelegramBot) -> None:
    await asyncio.gather(*(bot.get_me() for _ in range(200)))
    assert fake.called("getMe") == 200


async def _error(bot: TelegramBot) -> TelegramError:
    with pytest.raises(TelegramError) as raised:
        await bot.get_me()
    return raised.value
