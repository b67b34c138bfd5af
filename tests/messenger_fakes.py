"""Stand-ins for what the Telegram channel works with, and updates as Telegram writes them."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.storage.memory import MemoryUpdates
from faq.model import Block, BlockKind, Choice, Language, Outcome, Question, Reply
from faq.ports import Claim


class FakeAssistant:
    """Repeats what it is asked and remembers it; ``reply`` says something else instead."""

    def __init__(self) -> None:
        self.asked: list[Question] = []
        self.chosen: list[Question] = []
        self.reply: Reply | None = None
        self.error: Exception | None = None
        self.before: Callable[[], Awaitable[object]] | None = None

    async def ask(self, question: Question) -> Reply:
        """Repeat the question."""
        self.asked.append(question)
        if self.before:
            await self.before()
        if self.error:
            raise self.error
        return self.reply or reply_saying(f"answer to {question.text}")

    async def choose(self, question: Question) -> Reply:
        """Repeat the code."""
        self.chosen.append(question)
        return self.reply or reply_saying(f"chose {question.text}")

    def phrase(self, name: str, language: Language, **values: object) -> str:
        """Name the phrase, the language and the values."""
        return " ".join([name, language, *(f"{key}={value}" for key, value in values.items())])


class FixedClock:
    """A clock that stands still."""

    def now(self) -> float:
        """Return the same moment each time."""
        return 1_700_000_000.0


class BrokenUpdates(MemoryUpdates):
    """A storage that is down."""

    def __init__(self) -> None:
        super().__init__(FixedClock())

    async def claim(self, update: int) -> Claim:
        """Fail."""
        raise OSError("disk full")

    async def done(self, update: int) -> None:
        """Fail."""
        raise OSError("disk full")


class Waits:
    """Takes the place of ``asyncio.sleep``: notes how long, and goes on at once."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        """Note the wait; others get their turn."""
        self.seconds.append(seconds)
        await asyncio.sleep(0)


def reply_saying(
    text: str, *, choices: tuple[Choice, ...] = (), language: Language = Language.ZH
) -> Reply:
    """A reply of one line."""
    lead = Block(BlockKind.LEAD, text)
    return Reply(Outcome.ANSWERED, (lead,), language, choices=choices)
