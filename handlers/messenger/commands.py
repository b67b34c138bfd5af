"""Messages that start with a slash."""

import re
from dataclasses import dataclass

import telegram

from faq.deep_links import code_of
from faq.model import Language
from handlers.messenger import handover
from handlers.messenger.desk import Assistant, Desk, language_of, place_of, question_from
from handlers.messenger.render import render

COMMANDS = ("start", "help", "menu", "guides", "human", "privacy", "forget")
_TYPED = re.compile(
    r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,32}))?(?:\s+([A-Za-z0-9_-]{1,64})\s*$|(?=\s|$))"
)


@dataclass(frozen=True, slots=True)
class Command:
    """A command as typed, with the bot it was addressed to; ``payload`` is what a link added."""

    name: str
    bot: str = ""
    payload: str = ""

    @property
    def is_known(self) -> bool:
        """Whether it is one of ours."""
        return self.name in COMMANDS


def read(text: str) -> Command | None:
    """The command that ``text`` is; None for a question."""
    typed = _TYPED.match(text)
    if typed is None:
        return None
    return Command(typed[1].lower(), (typed[2] or "").lower(), typed[3] or "")


async def answer(desk: Desk, message: telegram.Message, command: Command) -> None:
    """Answer a command; one we do not know explains how to use the bot, a link leads to its
    answer.
    """
    code = command.name if command.is_known else "help"
    if command.name == "start" and command.payload:
        code = code_of(command.payload)
    language = language_of(message.from_user)
    reply = await desk.assistant.choose(question_from(code, message.chat.id, language))
    await desk.sender.send(place_of(message), render(handover.offered(desk, message, reply)))


async def set_commands(bot: telegram.Bot, assistant: Assistant) -> None:
    """Show the commands in Telegram's menu: in Chinese, in English, and in English to others."""
    for language, code in ((Language.EN, None), (Language.ZH, "zh"), (Language.EN, "en")):
        described = [(name, assistant.phrase(f"command_{name}", language)) for name in COMMANDS]
        await bot.set_my_commands(described, language_code=code)
