import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator

import pytest
import telegram

from bot.polling import Pace, Poller
from bot.telegram_api import TelegramBot, open_bot
from bot.telegram_line import OK
from tests.fake_telegram import FakeTelegram
from tests.messenger_fakes import Waits


class Recorder:
    """Takes the place of the messenger: notes the texts, and waits where a test says so."""

    def __init__(self) -> None:
        self.began: list[str] = []
        self.ended: list[str] = []
        self.goes_on = {"": asyncio.Event()}
        self.news = asyncio.Condition()

    async def handle(self, update: telegram.Update) -> None:
        """Note the text of a message."""
        text = (update.effective_message and update.effective_message.text) or ""
        await self._note(self.began, text)
        if text in self.goes_on:
            await self.goes_on[text].wait()
        await self._note(self.ended, text)

    def stop_at(self, text: str) -> asyncio.Event:
        """Have the message wait until the event is set."""
        self.goes_on[text] = asyncio.Event()
        return self.goes_on[text]

    async def wait_for(self, noted: list[str], *texts: str) -> None:
        """Wait until all the texts were noted."""
        async with asyncio.timeout(10), self.news:
            await self.news.wait_for(lambda: set(texts) <= set(noted))

    async def _note(self, noted: list[str], text: str) -> None:
        noted.append(text)
        async with self.news:
            self.news.notify_all()


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as running:
        yield running


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture
def waits() -> Waits:
    return Waits()


@pytest.fixture
async def poller(fake: FakeTelegram, recorder: Recorder, waits: Waits) -> AsyncIterator[Poller]:
    bot = open_bot(fake.token, fake.root)
    pace = Pace(poll=5, drain=0.2)
    async with running(Poller(bot, recorder, pace=pace, sleep=waits), bot) as started:
        yield started


@contextlib.asynccontextmanager
async def running(poller: Poller, bot: TelegramBot) -> AsyncIterator[Poller]:
    async with bot:
        task = asyncio.create_task(poller.run())
        yield poller
        task.cancel()
        await asyncio.wait([task])
        assert task.cancelled()


async def polled(fake: FakeTelegram, times: int = 1) -> None:
    """Wait until Telegram was polled so often after now."""
    before = fake.called("getUpdates")
    await fake.wait_for(lambda: fake.called("getUpdates") >= before + times)


@pytest.mark.usefixtures("poller")
async def test_updates_are_handled(fake: FakeTelegram, recorder: Recorder) -> None:
    await fake.say(1, "a")
    await fake.say(2, "b")
    await recorder.wait_for(recorder.ended, "a", "b")


@pytest.mark.usefixtures("poller")
async def test_a_webhook_is_deleted_first(fake: FakeTelegram) -> None:
    await fake.wait_for(lambda: fake.called("getUpdates") > 0)
    assert fake.store.calls[0][0] == "deleteWebhook"


@pytest.mark.usefixtures("poller")
async def test_handled_updates_are_forgotten(fake: FakeTelegram, recorder: Recorder) -> None:
    await fake.say(1, "a")
    await recorder.wait_for(recorder.ended, "a")
    await fake.wait_for(lambda: not fake.store.waiting)
    assert recorder.began == ["a"]


@pytest.mark.usefixtures("poller")
async def test_numbers_may_begin_anew(fake: FakeTelegram, recorder: Recorder) -> None:
    await fake.push({"update_id": 9000, "message": fake.store.message(1, text="a")})
    await recorder.wait_for(recorder.ended, "a")
    await fake.push({"update_id": 7, "message": fake.store.message(1, text="b")})
    await recorder.wait_for(recorder.ended, "b")


async def test_a_chat_is_handled_in_order_beside_the_others(
    fake: FakeTelegram, recorder: Recorder
) -> None:
    goes_on = recorder.stop_at("a1")
    for chat, text in ((1, "a1"), (1, "a2"), (2, "b1")):
        await fake.say(chat, text)
    bot = open_bot(fake.token, fake.root)
    async with running(Poller(bot, recorder), bot):
        await recorder.wait_for(recorder.ended, "b1")
        assert "a2" not in recorder.began
        goes_on.set()
        await recorder.wait_for(recorder.ended, "a2")


@pytest.mark.usefixtures("poller")
async def test_what_was_handled_beside_a_slow_chat_is_handled_once(
    fake: FakeTelegram, recorder: Recorder
) -> None:
    goes_on = recorder.stop_at("a1")
    for chat, text in ((1, "a1"), (2, "b"), (3, "c")):
        await fake.say(chat, text)
    await recorder.wait_for(recorder.ended, "b", "c")
    await polled(fake, 3)
    assert sorted(recorder.began) == ["a1", "b", "c"]
    assert len(fake.store.waiting) == 3
    goes_on.set()
    await fake.wait_for(lambda: not fake.store.waiting)
    assert sorted(recorder.began) == ["a1", "b", "c"]


@pytest.mark.usefixtures("poller")
async def test_while_a_chat_is_slow_telegram_is_not_asked_without_pause(
    fake: FakeTelegram, recorder: Recorder
) -> None:
    recorder.stop_at("a")
    await fake.say(1, "a")
    await recorder.wait_for(recorder.began, "a")
    before = fake.called("getUpdates")
    await asyncio.sleep(1)
    assert fake.called("getUpdates") - before <= 4


async def test_a_second_poller_says_so_and_stops(
    fake: FakeTelegram, recorder: Recorder, waits: Waits
) -> None:
    fake.fail("getUpdates", 409, 100)
    bot = open_bot(fake.token, fake.root)
    poller = Poller(bot, recorder, sleep=waits)
    async with bot, asyncio.timeout(5):
        await poller.run()
    assert "another instance" in poller.state
    assert "stopped" in poller.state
    assert fake.called("getUpdates") == 6


async def test_a_poll_that_hangs_is_ended(
    fake: FakeTelegram, recorder: Recorder, caplog: pytest.LogCaptureFixture
) -> None:
    fake.hold("getUpdates")
    bot = open_bot(fake.token, fake.root)
    async with running(Poller(bot, recorder, pace=Pace(poll=-9), sleep=Waits()), bot):
        await fake.say(1, "a")
        await recorder.wait_for(recorder.ended, "a")
    assert "did not answer in time" in caplog.text


async def test_updates_in_hand_are_not_forgotten(fake: FakeTelegram, recorder: Recorder) -> None:
    goes_on = recorder.stop_at("a")
    await fake.say(1, "a")
    bot = open_bot(fake.token, fake.root)
    async with running(Poller(bot, recorder), bot):
        await recorder.wait_for(recorder.began, "a")
        assert len(fake.store.waiting) == 1
        goes_on.set()
        await fake.wait_for(lambda: not fake.store.waiting)


@pytest.mark.usefixtures("poller")
async def test_a_chat_that_hangs_does_not_stop_the_others(
    fake: FakeTelegram, recorder: Recorder
) -> None:
    goes_on = recorder.stop_at("a1")
    await fake.say(1, "a1")
    await recorder.wait_for(recorder.began, "a1")
    await fake.say(1, "a2")
    await fake.say(2, "b")
    await recorder.wait_for(recorder.ended, "b")
    assert "a2" not in recorder.began
    goes_on.set()
    await recorder.wait_for(recorder.ended, "a2")


@pytest.mark.usefixtures("poller")
async def test_an_unreadable_update_costs_only_itself(
    fake: FakeTelegram, recorder: Recorder, caplog: pytest.LogCaptureFixture
) -> None:
    await fake.push({"message": "canary"})
    await fake.say(1, "a")
    await recorder.wait_for(recorder.ended, "a")
    assert "cannot be read" in caplog.text
    assert "canary" not in caplog.text


@pytest.mark.parametrize("status", [401, 404, 409, 429, 500, 502])
async def test_errors_are_survived(
    fake: FakeTelegram, recorder: Recorder, poller: Poller, status: int
) -> None:
    fake.fail("getUpdates", status, 3)
    await fake.say(1, "wakes the poll")
    await fake.say(1, "a")
    await recorder.wait_for(recorder.ended, "a")
    await polled(fake, 0)
    assert poller.state == OK


async def test_drops_and_garbage_are_survived(fake: FakeTelegram, recorder: Recorder) -> None:
    fake.drop("getUpdates", performs=False)
    fake.garble("getUpdates", b"<html>")
    fake.garble("getUpdates", b'{"ok":true,"result":5}')
    fake.drop("deleteWebhook")
    await fake.say(1, "a")
    bot = open_bot(fake.token, fake.root)
    async with running(Poller(bot, recorder, sleep=Waits()), bot):
        await recorder.wait_for(recorder.ended, "a")


@pytest.mark.parametrize(
    ("status", "said"),
    [(401, "TELEGRAM_BOT_TOKEN"), (404, "TELEGRAM_BOT_TOKEN"), (409, "another instance")],
)
async def test_what_only_the_operator_can_end_is_tried_rarely_and_said_once(
    fake: FakeTelegram,
    recorder: Recorder,
    waits: Waits,
    caplog: pytest.LogCaptureFixture,
    *,
    status: int,
    said: str,
) -> None:
    caplog.set_level(logging.INFO)
    fake.fail("getUpdates", status, 5)
    bot = open_bot(fake.token, fake.root)
    async with running(Poller(bot, recorder, sleep=waits), bot):
        await fake.wait_for(lambda: fake.called("getUpdates") > 5)
    assert min(waits.seconds) >= 10
    assert [said in line for line in caplog.messages] == [True]


async def test_the_state_says_what_is_wrong(fake: FakeTelegram, recorder: Recorder) -> None:
    async def sleep(_seconds: float) -> None:
        await asyncio.Event().wait()

    bot = open_bot("1:wrong", fake.root)
    poller = Poller(bot, recorder, sleep=sleep)
    async with running(poller, bot):
        await fake.wait_for(lambda: fake.called("deleteWebhook") > 0)
        while poller.state == OK:
            await asyncio.sleep(0)
        assert "TELEGRAM_BOT_TOKEN" in poller.state


async def test_an_unreachable_api_is_tried_until_it_is_there(
    recorder: Recorder, caplog: pytest.LogCaptureFixture
) -> None:
    fake = FakeTelegram()
    await fake.start()
    port = int(fake.root.rsplit(":", 1)[1])
    await fake.stop()
    await fake.say(1, "a")
    tries = 0

    async def sleep(_seconds: float) -> None:
        nonlocal tries
        tries += 1
        if tries == 3:
            await fake.start(port)

    bot = open_bot(fake.token, f"http://127.0.0.1:{port}")
    async with running(Poller(bot, recorder, sleep=sleep), bot):
        await recorder.wait_for(recorder.ended, "a")
    await fake.stop()
    assert len(caplog.messages) == 1


async def test_what_is_in_hand_is_finished_when_stopped(
    fake: FakeTelegram, recorder: Recorder
) -> None:
    goes_on = recorder.stop_at("a")
    await fake.say(1, "a")
    bot = open_bot(fake.token, fake.root)
    async with running(Poller(bot, recorder), bot):
        await recorder.wait_for(recorder.began, "a")
        asyncio.get_running_loop().call_later(0.05, goes_on.set)
    assert recorder.ended == ["a"]


@pytest.mark.usefixtures("poller")
async def test_what_hangs_does_not_stop_the_stopping(
    fake: FakeTelegram, recorder: Recorder
) -> None:
    recorder.stop_at("a")
    await fake.say(1, "a")
    await recorder.wait_for(recorder.began, "a")
