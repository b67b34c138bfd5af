"""What every messenger handler works with, and who is asking where."""

from dataclasses import dataclass, field
from typing import Protocol

import telegram

from faq.confirming import Confirm
from faq.model import Choice, Language, Question, Reply
from faq.ports import Tickets, Updates
from handlers.messenger.limit import QuestionLimit
from handlers.messenger.sending import Place, Sender

_CHANNEL = "telegram"
_TRADITIONAL = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")


class Assistant(Protocol):
    """The part of the core that the messenger uses."""

    async def ask(self, question: Question) -> Reply:
        """The reply to what was typed."""
        ...

    async def choose(self, question: Question) -> Reply:
        """The reply to a button or a command."""
        ...

    def phrase(self, name: str, language: Language, **values: object) -> str:
        """A fixed text in the asker's language."""
        ...


@dataclass(frozen=True, slots=True)
class Said:
    """What an administrator is told, and the buttons that confirm it."""

    text: str
    choices: tuple[Choice, ...] = ()


class Administration(Protocol):
    """What stands behind the commands."""

    def is_admin(self, user: int) -> bool:
        """Whether a person may administer now."""
        ...

    async def command(self, admin: int, name: str, argument: str) -> Said:
        """Do what an administrator typed."""
        ...

    async def confirmed(self, admin: int, code: Confirm) -> Said:
        """Do what an administrator confirmed."""
        ...


@dataclass(frozen=True, slots=True)
class StaffRoom:
    """The chat in which staff answer what citizens hand over to them, each question once."""

    chat: int
    tickets: Tickets
    once: Updates


@dataclass(frozen=True, slots=True)
class Desk:
    """The core to ask, the way to send what it says, how much a chat may ask, who administers and
    who answers what is handed over, if anybody does.
    """

    bot: telegram.Bot
    assistant: Assistant
    sender: Sender
    limit: QuestionLimit = field(default_factory=QuestionLimit)
    administration: Administration | None = None
    staff: StaffRoom | None = None


def question_from(text: str, chat_id: int, language: Language | None) -> Question:
    """What was typed or pressed in a chat, as the core takes it."""
    return Question(text, _CHANNEL, f"{_CHANNEL}:{chat_id}", language)


def place_of(message: telegram.Message) -> Place:
    """Where an answer to ``message`` belongs."""
    topic = message.message_thread_id if message.is_topic_message else None
    return Place(message.chat.id, topic)


def language_of(user: telegram.User | None) -> Language:
    """The language an asker's Telegram is set to; Chinese where it does not say."""
    code = ((user and user.language_code) or "zh").lower().replace("_", "-")
    if code.startswith(_TRADITIONAL):
        return Language.ZH_HANT
    return Language.ZH if code == "zh" or code.startswith("zh-") else Language.EN
