"""A pressed button: what it stands for is sent as a new message."""

import asyncio
import contextlib

import telegram
from telegram.error import TelegramError

from faq.languages import detect
from faq.model import Language
from handlers.messenger import administration, handover
from handlers.messenger.desk import Desk, language_of, place_of, question_from
from handlers.messenger.limiting import is_too_much
from handlers.messenger.render import render
from handlers.messenger.sending import Place

_SPINNER_SECONDS = 3.0


async def answer(desk: Desk, update: telegram.Update) -> None:
    """Stop the button's spinner, then send what was chosen; the core answers unknown codes."""
    query = update.callback_query
    if query is None:
        return
    # Too old to be acknowledged, or Telegram is slow: the answer matters more.
    with contextlib.suppress(TelegramError, TimeoutError):
        async with asyncio.timeout(_SPINNER_SECONDS):
            await desk.bot.answer_callback_query(query.id)
    if query.message is None or not query.data:
        return
    place, language = _place(query.message), _language(query)
    said = await administration.confirmed(desk.administration, query)
    if said:
        await administration.send(desk, place.chat_id, said)
        return
    if await is_too_much(desk, place, language) or await handover.pressed(desk, query, language):
        return
    reply = await desk.assistant.choose(question_from(query.data, place.chat_id, language))
    if isinstance(query.message, telegram.Message):
        reply = handover.offered(desk, query.message, reply)
    await desk.sender.send(place, render(reply))


def _language(query: telegram.CallbackQuery) -> Language:
    """The language of the message the button is under, so that a conversation stays in one."""
    setting = language_of(query.from_user)
    if isinstance(query.message, telegram.Message) and query.message.text:
        return detect(query.message.text.partition("\n")[0], setting)
    return setting


def _place(message: telegram.MaybeInaccessibleMessage) -> Place:
    return place_of(message) if isinstance(message, telegram.Message) else Place(message.chat.id)
