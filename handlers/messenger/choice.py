"""A pressed button: what it stands for is sent as a new message."""

import contextlib

import telegram
from telegram.error import TelegramError

from faq.languages import detect
from faq.model import Language
from handlers.messenger import administration
from handlers.messenger.desk import Desk, language_of, place_of, question_from
from handlers.messenger.render import render
from handlers.messenger.sending import Place


async def answer(desk: Desk, update: telegram.Update) -> None:
    """Stop the button's spinner, then send what was chosen; the core answers unknown codes."""
    query = update.callback_query
    if query is None:
        return
    with contextlib.suppress(TelegramError):  # too old to be acknowledged; the answer is not
        await desk.bot.answer_callback_query(query.id)
    if query.message is None or not query.data:
        return
    chat_id = query.message.chat.id
    said = await administration.confirmed(desk.administration, query)
    if said:
        await administration.send(desk, chat_id, said)
        return
    reply = await desk.assistant.choose(question_from(query.data, chat_id, _language(query)))
    await desk.sender.send(_place(query.message), render(reply))


def _language(query: telegram.CallbackQuery) -> Language:
    """The language of the message the button is under, so that a conversation stays in one."""
    setting = language_of(query.from_user)
    if isinstance(query.message, telegram.Message) and query.message.text:
        return detect(query.message.text.partition("\n")[0], setting)
    return setting


def _place(message: telegram.MaybeInaccessibleMessage) -> Place:
    return place_of(message) if isinstance(message, telegram.Message) else Place(message.chat.id)
