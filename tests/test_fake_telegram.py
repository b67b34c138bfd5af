"""The fake must behave as Telegram does, or what is tested against it proves nothing."""

import asyncio
import json
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web

from tests.fake_telegram import FakeTelegram
from tests.fake_telegram.markup import CannotParseEntitiesError, visible
from tests.messenger_fakes import Waits


@pytest.fixture
def waits() -> Waits:
    return Waits()


@pytest.fixture
async def fake(waits: Waits) -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram(sleep=waits) as running:
        running.store.message(1)
        yield running


async def call(fake: FakeTelegram, method: str, **given: object) -> tuple[int, dict[str, object]]:
    url = f"{fake.root}/bot{fake.token}/{method}"
    async with aiohttp.ClientSession() as session, session.post(url, json=given) as answer:
        return answer.status, await answer.json()


@pytest.mark.parametrize(
    ("html", "seen"),
    [
        ("<b>a</b> &lt;b&gt; &amp; &#20320;", "a <b> & 你"),
        ('<a href="https://a.gov.cn/?a=1&amp;b=2">x</a>', "x"),
        ("<b><i>a</i></b>", "a"),
        ("&nbsp; & b", "&nbsp; & b"),
        ("<tg-spoiler>a</tg-spoiler>", "a"),
    ],
)
def test_html_telegram_takes(html: str, seen: str) -> None:
    assert visible(html) == seen


@pytest.mark.parametrize("html", ["<b>a", "a</b>", "<b><i>a</b></i>", "a < b", "<br>", "<", "<b"])
def test_html_telegram_refuses(html: str) -> None:
    with pytest.raises(CannotParseEntitiesError):
        visible(html)


@pytest.mark.parametrize(
    ("given", "description"),
    [
        ({"text": "<b>", "parse_mode": "HTML"}, "can't parse entities"),
        ({"text": "a" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": " "}, "message text is empty"),
        ({"text": "a", "chat_id": 99}, "chat not found"),
        (
            {
                "text": "a",
                "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "证" * 22}]]},
            },
            "BUTTON_DATA_INVALID",
        ),
    ],
)
async def test_messages_telegram_refuses(
    fake: FakeTelegram, given: dict[str, object], description: str
) -> None:
    status, answer = await call(fake, "sendMessage", **({"chat_id": 1} | given))
    assert status == 400
    assert description in str(answer["description"])


async def test_a_message_may_be_edited(fake: FakeTelegram) -> None:
    await call(fake, "sendMessage", chat_id=1, text="a")
    number = fake.sent(1)[0].id
    status, _ = await call(fake, "editMessageText", chat_id=1, message_id=number, text="b")
    assert (status, fake.sent(1)[0].seen) == (200, "b")


async def test_a_wrong_token_is_refused(fake: FakeTelegram) -> None:
    url = f"{fake.root}/bot1:wrong/getMe"
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        assert answer.status == 401


async def test_an_unknown_method_is_refused(fake: FakeTelegram) -> None:
    assert (await call(fake, "getYou"))[0] == 404


async def test_a_flood_says_how_long(fake: FakeTelegram) -> None:
    fake.fail("sendMessage", 429, retry_after=3)
    status, answer = await call(fake, "sendMessage", chat_id=1, text="a")
    assert (status, answer["parameters"]) == (429, {"retry_after": 3})


async def test_a_poll_ends_with_the_first_update(fake: FakeTelegram) -> None:
    poll = asyncio.create_task(call(fake, "getUpdates", timeout=30))
    await fake.wait_for(lambda: fake.called("getUpdates") == 1)
    number = await fake.say(1, "a")
    _, answer = await poll
    assert [one["update_id"] for one in _list(answer["result"])] == [number]


async def test_updates_stay_until_an_offset_beyond_them(fake: FakeTelegram) -> None:
    first, second = await fake.say(1, "a"), await fake.say(1, "b")
    await call(fake, "getUpdates")
    _, answer = await call(fake, "getUpdates", offset=first + 1)
    assert [one["update_id"] for one in _list(answer["result"])] == [second]


async def test_a_second_poll_ends_the_first(fake: FakeTelegram) -> None:
    poll = asyncio.create_task(call(fake, "getUpdates", timeout=30))
    await fake.wait_for(lambda: fake.called("getUpdates") == 1)
    await call(fake, "getUpdates")
    assert (await poll)[0] == 409


async def test_with_a_webhook_set_there_is_no_polling(fake: FakeTelegram) -> None:
    await call(fake, "setWebhook", url="http://127.0.0.1:9/")
    assert (await call(fake, "getUpdates"))[0] == 409
    await call(fake, "deleteWebhook")
    assert (await call(fake, "getUpdates"))[0] == 200


@pytest.fixture
async def webhook(fake: FakeTelegram) -> AsyncIterator[list[int]]:
    """A webhook that takes an update's text as the status of its first four answers."""
    seen: list[int] = []

    async def receive(request: web.Request) -> web.Response:
        assert request.headers["X-Telegram-Bot-Api-Secret-Token"] == "s"
        text = int(json.loads(await request.read())["message"]["text"])
        fails = seen.count(text) < 4
        seen.append(text)
        return web.Response(status=text if fails else 200)

    app = web.Application()
    app.router.add_post("/", receive)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/"
    await call(fake, "setWebhook", url=url, secret_token="s")
    yield seen
    await runner.cleanup()


async def test_a_chat_waits_for_its_first_update(fake: FakeTelegram, webhook: list[int]) -> None:
    await fake.say(1, "503")
    await fake.say(1, "200")
    await fake.all_taken()
    assert webhook == [503, 503, 503, 503, 503, 200]


async def test_retries_come_at_once_then_more_and_more_slowly(
    fake: FakeTelegram, webhook: list[int], waits: Waits
) -> None:
    await fake.say(1, "500")
    await fake.all_taken()
    assert waits.seconds == [0, 2, 4, 8]


async def test_the_last_error_can_be_asked_for(fake: FakeTelegram, webhook: list[int]) -> None:
    await fake.say(1, "500")
    await fake.all_taken()
    _, answer = await call(fake, "getWebhookInfo")
    assert "500" in str(answer["result"])


def _list(found: object) -> list[dict[str, object]]:
    assert isinstance(found, list)
    return found
