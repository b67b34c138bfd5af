"""Messages without text: photos, stickers, voice, places, contacts, documents."""

import telegram

from handlers.messenger.desk import Desk, language_of, place_of
from handlers.messenger.render import fixed


async def answer(desk: Desk, message: telegram.Message) -> None:
    """Say that only text is read; nothing sent is opened or kept.

    What a chat says about itself (a member joined, a message was pinned) is passed over.
    """
    if message.effective_attachment:
        said = desk.assistant.phrase("text_only", language_of(message.from_user))
        await desk.sender.send(place_of(message), fixed(said))
