"""A messenger between a fake assistant and a fake Telegram, which posts to it directly."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from bot.storage.memory import MemoryUpdates
from bot.telegram_api import TelegramBot, open_bot
from handlers.messenger import updates
from handlers.messenger.register import Messenger
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


@pytest.fixture
async def talk() -> AsyncIterator[Conversation]:
    async with FakeTelegram() as fake, open_bot(fake.token, fake.root) as bot:
        assistant, waits = FakeAssistant(), Waits()
        known = MemoryUpdates(FixedClock())
        messenger = Messenger(bot, assistant, known, sleep=waits)
        yield Conversation(fake, bot, assistant, messenger, waits)
