"""What administrators may do in their private chat with the bot; to others it does not exist."""

import io

import telegram
from telegram.constants import ChatType

from faq import confirming
from handlers.messenger.commands import Command
from handlers.messenger.desk import Administration, Desk, Said
from handlers.messenger.keyboard import keyboard
from handlers.messenger.render import LIMIT, Rendered, fixed, units
from handlers.messenger.sending import Place

COMMANDS = ("reload", "versions", "diff", "rollback", "off", "on")
_SHOWN = 600  # of a text that is sent as a file, what stands in the message


async def commanded(
    administration: Administration | None, message: telegram.Message, command: Command | None
) -> Said | None:
    """What comes of a command; None if it is none of an administrator's own."""
    if administration is None or command is None or command.name not in COMMANDS:
        return None
    if not _is_own(message):
        return None
    admin = message.chat.id  # in a private chat, the person
    if not administration.is_admin(admin):
        return None
    argument = (message.text or "").partition(" ")[2].strip()
    return await administration.command(admin, command.name, argument)


async def confirmed(
    administration: Administration | None, query: telegram.CallbackQuery
) -> Said | None:
    """What comes of a button; None if it is not for the one who pressed it, in a private chat."""
    code = confirming.decode(query.data or "")
    message = query.message
    if administration is None or message is None or code is None:
        return None
    is_bound = query.from_user.id == code.admin == message.chat.id
    if not is_bound or not administration.is_admin(code.admin):
        return None
    return await administration.confirmed(code.admin, code)


async def send(desk: Desk, chat: int, said: Said) -> None:
    """Tell an administrator; what is too long for a message follows as a file."""
    text = said.text
    if units(text) > LIMIT:
        text = f"{text[:_SHOWN]}\n…"
    await desk.sender.send(Place(chat), Rendered(fixed(text).parts, keyboard(said.choices)))
    if text != said.text:
        await desk.bot.send_document(chat, io.BytesIO(said.text.encode()), filename="jingwu.txt")


def _is_own(message: telegram.Message) -> bool:
    """Whether a person typed this message, here and now."""
    sender = message.from_user
    is_typed = message.text is not None and message.edit_date is None
    is_borrowed = message.forward_origin or message.via_bot or message.sender_chat
    return bool(
        message.chat.type == ChatType.PRIVATE
        and sender
        and not sender.is_bot
        and sender.id == message.chat.id
        and is_typed
        and not is_borrowed
    )
