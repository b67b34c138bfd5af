"""Conversations in Telegram as people have them, against the fake Telegram, as Markdown.

`python -m tests.transcripts > docs/transcripts/telegram.md`
"""

import asyncio
import sys
from dataclasses import dataclass

from bot.clock import SystemClock
from bot.knowledge import open_knowledge
from bot.storage.batched import NoJournal
from bot.storage.memory import open_memory
from bot.telegram_api import TelegramBot, open_bot
from faq.assistant import Assistant
from faq.catalogue import PACKAGED
from handlers.messenger import updates
from handlers.messenger.courier import Courier
from handlers.messenger.desk import Desk, StaffRoom
from handlers.messenger.meter import NoMeter
from handlers.messenger.outgoing import Outgoing
from handlers.messenger.register import Messenger
from handlers.messenger.sending import Sender
from handlers.messenger.turns import SendLimits, Turns
from tests.fake_telegram import FakeTelegram

PERSON, STAFF = 7, -500
_PLACE: dict[str, object] = {"location": {"longitude": 123.4, "latitude": 41.8}}


@dataclass(frozen=True, slots=True)
class Press:
    """Press the button whose label begins so, under the last message."""

    label: str


Turn = str | Press | dict[str, object]

TALKS: dict[str, tuple[str, list[Turn]]] = {
    "赶车的游客 A tourist in a hurry": (
        "zh",
        ["我在沈阳北站,身份证丢了,半小时后的高铁", "管几天", "那飞机呢", _PLACE, "谢谢"],
    ),
    "外国人 A foreigner": (
        "en",
        [
            "/start e_foreigner_passport_loss",
            "what should I bring?",
            "how long does it take?",
            "in Dalian?",
            Press("City"),
            "How do I extend my visa?",
            "what does it cost",
            Press("👍"),
        ],
    ),
    "老人的孩子 An elderly person's child": (
        "zh",
        [
            "我爸八十了,身份证到期了怎么换",
            "他走不动,能上门办吗",
            Press("我问的不是这个"),
            "身份证到期换领怎么预约",
            Press("👎"),
            Press("不完整"),
            "转人工",
        ],
    ),
}


@dataclass(frozen=True, slots=True)
class Chat:
    """One chat with the whole assistant behind it."""

    fake: FakeTelegram
    bot: TelegramBot
    messenger: Messenger
    language: str

    async def take(self, turn: Turn) -> str:
        """What a person does, as Markdown."""
        if isinstance(turn, Press):
            (last,) = self.fake.sent(PERSON)[-1:]
            label, code = next(one for one in last.buttons if one[0].startswith(turn.label))
            await self.fake.press(PERSON, code, language_code=self.language)
            return f"▸ 按 pressed **{label}**"
        if isinstance(turn, dict):
            await self.fake.push({"message": self.fake.store.message(PERSON, **turn)})
            return "▸ 发了位置 sent a place"
        await self.fake.say(PERSON, turn, language_code=self.language)
        return f"▸ **{turn}**"

    async def answers(self) -> list[str]:
        """What came back, quoted, with the buttons under it."""
        before = len(self.fake.sent(PERSON))
        waiting, self.fake.store.waiting = self.fake.store.waiting, []
        for raw in waiting:
            update = updates.read(raw, self.bot)
            assert update is not None
            await self.messenger.handle(update)
        lines = []
        for sent in self.fake.sent(PERSON)[before:]:
            lines.append("\n".join(f"> {line}" if line else ">" for line in sent.seen.split("\n")))
            if sent.buttons:
                lines.append(" ".join(f"`{label}`" for label, _ in sent.buttons))
        return lines


async def transcript(title: str, language: str, turns: list[Turn], assistant: Assistant) -> str:
    """One conversation from beginning to end."""
    storage = open_memory(SystemClock())
    async with FakeTelegram() as fake, open_bot(fake.token, fake.root) as bot:
        limits, courier = Turns(SendLimits(0, 0, 0)), Courier(bot, NoMeter())
        sender = Sender(courier, limits, Outgoing(storage.outbox, courier, limits))
        messenger = Messenger(Desk(bot, assistant, sender), storage.updates)
        messenger.hand_over_to(StaffRoom(STAFF, storage.tickets, storage.updates))
        chat = Chat(fake, bot, messenger, language)
        parts = [f"## {title}"]
        for turn in turns:
            parts += [await chat.take(turn), *await chat.answers()]
    return "\n\n".join(parts)


async def _main() -> None:
    knowledge = open_knowledge(PACKAGED)
    sys.stdout.write(
        "# 在 Telegram 里的三次对话 Three conversations in Telegram\n\n"
        "由 `python -m tests.transcripts` 对着测试用的 Telegram 生成,是真实输出。\n"
        "Real output, made against the fake Telegram of the tests.\n"
    )
    for title, (language, turns) in TALKS.items():
        storage = open_memory(SystemClock())
        assistant = Assistant(knowledge, storage.sessions, NoJournal(), new_id=lambda: "turn")
        sys.stdout.write(f"\n{await transcript(title, language, turns, assistant)}\n")


if __name__ == "__main__":
    asyncio.run(_main())
