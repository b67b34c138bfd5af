"""A messenger between a fake assistant and a fake Telegram, which posts to it directly."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import pytest

from bot.clock import SystemClock
from bot.storage.memory import MemoryUpdates
from bot.storage.memory_outbox import MemoryOutbox
from bot.telegram_api import TelegramBot, open_bot
from handlers.messenger import updates
from handlers.messenger.courier import Courier
from handlers.messenger.desk import Desk
from handlers.messenger.limit import QuestionLimit
from handlers.messenger.meter import NoMeter
from handlers.messenger.outgoing import Outgoing
from handlers.messenger.register import Messenger
from handlers.messenger.render import Rendered
from handlers.messenger.sending import Place, Sender
from handlers.messenger.turns import SendLimits, Turns
from tests.fake_telegram import FakeTelegram, Sent
from tests.messenger_fakes import FakeAssistant, FixedClock, Waits


@dataclass
class Conversation:
    """What a test of the channel needs: say something, see what comes back."""

    fake: FakeTelegram
    bot: TelegramBot
    assistant: FakeAssistant
    messenger: Messenger
    waits: Waits
    outgoing: Outgoing
    outbox: MemoryOutbox
    sender: Sender
    desk: Desk
    known: MemoryUpdates

    async def deliver(self, chat: int = 7) -> list[Sent]:
        """Hand the messenger what waits at Telegram; all that was sent to the chat so far."""
        waiting, self.fake.store.waiting = self.fake.store.waiting, []
        for raw in waiting:
            update = updates.read(raw, self.bot)
            assert update is not None
            await self.messenger.handle(update)
        return self.fake.sent(chat)

    async def say(
        self, text: str, chat: int = 7, *, language_code: str | None = "zh", **parts: object
    ) -> list[Sent]:
        """Type a message; all that was sent to the chat so far."""
        await self.fake.say(chat, text, language_code=language_code, **parts)
        return await self.deliver(chat)

    async def messenger_sends(
        self, rendered: Rendered, *, failing: int, chat: int = 7
    ) -> list[Sent]:
        """Send a reply of several messages, the one of that number failing; what was sent."""
        self.fake.store.message(chat)
        sending = asyncio.create_task(self.sender.send(Place(chat), rendered))
        await self.fake.wait_for(lambda: len(self.fake.sent(chat)) == failing - 1)
        self.fake.fail("sendMessage", 500, 9)
        await sending
        return self.fake.sent(chat)

    def set_limit(self, limit: QuestionLimit) -> None:
        """Have each chat ask only so much."""
        self.messenger = Messenger(replace(self.desk, limit=limit), self.known, sleep=self.waits)


@pytest.fixture
async def talk() -> AsyncIterator[Conversation]:
    async with FakeTelegram() as fake, open_bot(fake.token, fake.root) as bot:
        assistant, waits = FakeAssistant(), Waits()
        known = MemoryUpdates(FixedClock())
        outbox = MemoryOutbox(SystemClock())
        turns, courier = Turns(SendLimits(0, 0, 0)), Courier(bot, NoMeter())
        outgoing = Outgoing(outbox, courier, turns)
        sender = Sender(courier, turns, outgoing, sleep=waits)
        desk = Desk(bot, assistant, sender)
        messenger = Messenger(desk, known, sleep=waits)
        yield Conversation(
            fake, bot, assistant, messenger, waits, outgoing, outbox, sender, desk, known
        )
