"""In a group, the bot speaks when spoken to."""

import asyncio
import contextlib
import re

import telegram
from telegram.error import TelegramError

from handlers.messenger import commands

_SECONDS = 3.0


async def heard(bot: telegram.Bot, message: telegram.Message) -> str | None:
    """What is said to the bot, under a picture too; None if the message is not for the bot.

    In a group it is for the bot if it is one of its commands, mentions it or replies to it.
    Other bots are never answered.
    """
    sender = message.from_user
    if message.is_automatic_forward or (sender and sender.is_bot and not message.sender_chat):
        return None
    text = message.text or message.caption or ""
    if message.chat.type == telegram.constants.ChatType.PRIVATE:
        return text
    me = await _me(bot)
    if command := commands.read(text):
        is_ours = command.bot == _username(me) if command.bot else command.is_known
        return text if is_ours else None
    mention = _mention(me)
    if mention.search(text) or _is_reply_to(message, me):
        return mention.sub(" ", text).strip()
    return None


async def _me(bot: telegram.Bot) -> telegram.User | None:
    try:
        return bot.bot  # known since the first getMe
    except RuntimeError:
        with contextlib.suppress(TelegramError, TimeoutError):
            async with asyncio.timeout(_SECONDS):
                return await bot.get_me()
    return None


def _username(me: telegram.User | None) -> str:
    return (me.username or "").lower() if me else ""


def _mention(me: telegram.User | None) -> re.Pattern[str]:
    name = _username(me)
    return re.compile(rf"@{name}(?![A-Za-z0-9_])" if name else r"(?!)", re.I)


def _is_reply_to(message: telegram.Message, me: telegram.User | None) -> bool:
    replied = message.reply_to_message
    return bool(me and replied and replied.from_user and replied.from_user.id == me.id)
