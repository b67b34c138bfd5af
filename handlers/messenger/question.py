"""A typed message: it is asked, and the answer is sent; an emergency card even if asking fails."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import telegram

from faq.alarm import card_alone
from handlers.messenger import handover
from handlers.messenger.desk import Desk, language_of, place_of, question_from
from handlers.messenger.render import render

_LATE = timedelta(minutes=10)


async def answer(desk: Desk, message: telegram.Message, text: str) -> None:
    """Answer ``text`` in its own language; the asker's setting decides where it has no letters."""
    tells = any(letter.isalpha() for letter in text)
    language = None if tells else language_of(message.from_user)
    question = question_from(text, message.chat.id, language)
    age = datetime.now(UTC) - message.date
    if age > _LATE:
        question = replace(question, late=age)
    place = place_of(message)
    try:
        reply = await desk.assistant.ask(question)
    except Exception:
        card = card_alone(question)
        if card:
            await desk.sender.send(place, render(card))
        raise  # the apology follows
    await desk.sender.send(place, render(handover.offered(desk, message, reply)))
