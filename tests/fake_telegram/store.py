"""What the fake Telegram knows: chats, messages in them, buttons pressed, updates that wait."""

import asyncio
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Sent:
    """A message the bot sent: as the bot wrote it, and as a reader sees it."""

    chat: int
    text: str
    seen: str
    parse_mode: str | None = None
    buttons: tuple[tuple[str, str], ...] = ()
    id: int = 0
    topic: int | None = None
    has_preview: bool = True


@dataclass(slots=True)
class Store:
    """Messages and updates; whoever waits for news is woken."""

    sent: list[Sent] = field(default_factory=list)
    waiting: list[Json] = field(default_factory=list)
    chats: dict[int, Json] = field(default_factory=dict)
    queries: set[str] = field(default_factory=set)
    answered: list[str] = field(default_factory=list)
    commands: dict[str, list[Json]] = field(default_factory=dict)
    calls: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)
    update_ids: Iterator[int] = field(default_factory=lambda: count(1000))
    message_ids: Iterator[int] = field(default_factory=lambda: count(1))
    news: asyncio.Condition = field(default_factory=asyncio.Condition)

    def user(self, chat: int, language_code: str | None) -> Json:
        """The person in a private chat, who has its number."""
        person: Json = {"id": abs(chat), "is_bot": False, "first_name": "User"}
        return person | ({"language_code": language_code} if language_code else {})

    def message(self, chat: int, **parts: object) -> Json:
        """A message as Telegram describes it; a negative chat number is a group."""
        kind = "private" if chat > 0 else "supergroup"
        record = self.chats.setdefault(chat, {"id": chat, "type": kind, "first_name": "User"})
        number, now = next(self.message_ids), int(time.time())
        return {"message_id": number, "date": now, "chat": record, **parts}

    def in_chat(self, chat: int) -> list[Sent]:
        """What the bot sent to a chat, in order."""
        return [one for one in self.sent if one.chat == chat]

    def learn_chat(self, update: Json) -> None:
        """Remember the chat of an update, so that the bot may write to it."""
        for part in update.values():
            holder = part.get("message", part) if isinstance(part, dict) else None
            chat = holder.get("chat") if isinstance(holder, dict) else None
            if isinstance(chat, dict) and isinstance(chat.get("id"), int):
                self.chats.setdefault(chat["id"], chat)

    async def tell(self) -> None:
        """Wake whoever waits for news."""
        async with self.news:
            self.news.notify_all()
