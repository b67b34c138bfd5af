import asyncio
import gzip
import io
import json
import socket
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import pytest
from aiohttp import ClientSession, web
from telegram.error import TelegramError

from handlers.messenger.webhook import MAX_BODY, PATH, register_webhook, set_webhook
from tests.handlers.messenger.conftest import Conversation

SECRET, PREVIOUS = "a-secret-of-the-webhook", "the-secret-before-it"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
async def url(talk: Conversation) -> AsyncIterator[str]:
    app = web.Application()
    register_webhook(app, talk.messenger, (SECRET, PREVIOUS, ""))
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}{PATH}"
    await runner.cleanup()


async def post(url: str, body: bytes, secret: str | None = SECRET, **headers: str) -> int:
    sent = headers | ({HEADER: secret} if secret is not None else {})
    async with (
        ClientSession() as session,
        session.post(url, data=io.BytesIO(body), headers=sent) as answer,
    ):
        return answer.status


def update(talk: Conversation, text: str = "户口") -> bytes:
    message = talk.fake.store.message(7, text=text)
    return json.dumps({"update_id": 1, "message": message}).encode()


async def test_an_update_is_answered_before_the_200(talk: Conversation, url: str) -> None:
    assert await post(url, update(talk)) == 200
    assert len(talk.fake.sent(7)) == 1


async def test_the_previous_secret_is_accepted(talk: Conversation, url: str) -> None:
    assert await post(url, update(talk), PREVIOUS) == 200


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", SECRET[:-1], "秘密"])
async def test_without_the_secret_nothing_is_read(
    talk: Conversation, url: str, secret: str | None
) -> None:
    assert await post(url, b"{", secret) == 401


async def test_a_header_of_raw_bytes_is_refused(url: str) -> None:
    port = urlsplit(url).port
    reader, writer = await asyncio.open_connection("127.0.0.1", port, family=socket.AF_INET)
    writer.write(f"POST {PATH} HTTP/1.0\r\nHost: x\r\n{HEADER}: ".encode() + b"\xff\xfe\r\n\r\n")
    status = await reader.readline()
    writer.close()
    await writer.wait_closed()
    assert b" 401 " in status


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"null", b"\xff", b"[" * 100_000, b"{}"],
    ids=lambda body: body[:20].decode(errors="replace") or "empty",
)
async def test_what_is_no_update_is_refused(url: str, body: bytes) -> None:
    assert await post(url, body) == 400


async def test_a_refused_body_is_not_logged(url: str, caplog: pytest.LogCaptureFixture) -> None:
    await post(url, b'{"update_id": 1, "message": "canary"}')
    assert len(caplog.messages) == 1
    assert "canary" not in caplog.text


async def test_a_body_over_the_limit_is_refused(url: str) -> None:
    assert await post(url, b" " * (MAX_BODY + 1)) == 413


async def test_a_body_that_grows_over_the_limit_is_refused(url: str) -> None:
    bomb = gzip.compress(b" " * (20 * MAX_BODY))
    assert await post(url, bomb, **{"Content-Encoding": "gzip"}) == 413


async def test_a_failing_answer_is_still_taken(talk: Conversation, url: str) -> None:
    talk.assistant.error = ValueError("boom")
    assert await post(url, update(talk)) == 200


async def test_a_secret_out_of_step_is_reported_once(
    url: str, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(12):
        await post(url, b"", "wrong")
    assert len(caplog.messages) == 1


async def test_setting_the_webhook_keeps_what_waits(talk: Conversation, url: str) -> None:
    await talk.fake.say(7, "户口")
    await set_webhook(talk.bot, url, SECRET)
    (sent,) = await talk.fake.wait_sent(7, 1)
    assert sent.seen == "answer to 户口"


async def test_telegram_delivers_a_chat_in_order(talk: Conversation, url: str) -> None:
    await set_webhook(talk.bot, url, SECRET)
    for text in "abcde":
        await talk.fake.say(7, text)
    sent = await talk.fake.wait_sent(7, 5)
    assert [one.seen[-1] for one in sent] == list("abcde")


async def test_a_webhook_that_was_not_taken_over_is_an_error(talk: Conversation) -> None:
    talk.fake.garble("setWebhook", b'{"ok":true,"result":true}')
    with pytest.raises(TelegramError):
        await set_webhook(talk.bot, "http://127.0.0.1:1/telegram/webhook", SECRET)
