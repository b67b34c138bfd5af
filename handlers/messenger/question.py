"""A typed message: it is asked, and the answer is sent."""

import telegram

from handlers.messenger.desk import Desk, language_of, place_of, question_from
from handlers.messenger.render import render


async def answer(desk: Desk, message: telegram.Message, text: str) -> None:
    """Answer ``text`` in its own language; the asker's setting decides where it has no letters."""
    tells = any(letter.isalpha() for letter in text)
    language = None if tells else language_of(message.from_user)
    reply = await desk.assistant.ask(question_from(text, message.chat.id, language))
    await desk.sender.send(place_of(message), render(reply))
