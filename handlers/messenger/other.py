"""Messages that are no text: photos, stickers, voice, places, contacts, documents."""

import telegram

from faq.languages import detect
from handlers.messenger import question
from handlers.messenger.desk import Desk, language_of, place_of
from handlers.messenger.render import fixed


async def answer(desk: Desk, message: telegram.Message, caption: str) -> None:
    """Answer the caption, then say that only text is read; nothing sent is opened or kept.

    What a chat says about itself (a member joined, a message was pinned) is passed over.
    """
    if caption.strip():
        await question.answer(desk, message, caption)
    if message.effective_attachment:
        may_show_card = message.photo or message.document or message.video
        language = detect(caption, language_of(message.from_user))
        said = desk.assistant.phrase("photo" if may_show_card else "text_only", language)
        await desk.sender.send(place_of(message), fixed(said))
