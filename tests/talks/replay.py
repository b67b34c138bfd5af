"""A talk from beginning to end, and what was heard at every turn."""

from bot.telegram_api import open_bot
from faq.assistant import Knowledge
from tests.fake_telegram import FakeTelegram
from tests.talks.messenger import TelegramTalk
from tests.talks.talk import Heard, Talk
from tests.talks.web import WebTalk


async def replay(talk: Talk, channel: str, knowledge: Knowledge) -> list[Heard]:
    """What came back at each turn, on one channel."""
    if channel == "web":
        visitor = WebTalk(knowledge, talk.language)
        return [await visitor.act(turn) for turn in talk.turns]
    async with FakeTelegram() as fake, open_bot(fake.token, fake.root) as bot:
        person = TelegramTalk(fake, bot, knowledge, talk.language)
        return [await person.act(turn) for turn in talk.turns]
