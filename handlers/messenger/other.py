"""Messages that are no text: each kind has a word on what to do instead; none is opened."""

import telegram

from faq.languages import detect
from handlers.messenger import question
from handlers.messenger.desk import Desk, language_of, place_of
from handlers.messenger.render import fixed


async def answer(desk: Desk, message: telegram.Message, caption: str) -> None:
    """Answer the caption, then say what to do instead of what was sent.

    What a chat says about itself (a member joined, a message was pinned) is passed over.
    """
    if caption.strip():
        await question.answer(desk, message, caption)
    if message.effective_attachment:
        language = detect(caption, language_of(message.from_user))
        said = desk.assistant.phrase(_phrase(message), language)
        await desk.sender.send(place_of(message), fixed(said))


def _phrase(message: telegram.Message) -> str:
    kinds = (
        ("photo", message.photo or message.document or message.video),  # may show a certificate
        ("sent_place", message.location or message.venue),
        ("sent_contact", message.contact),
        ("sent_voice", message.voice or message.audio or message.video_note),
        ("sent_sticker", message.sticker or message.animation or message.dice),
    )
    return next((phrase for phrase, sent in kinds if sent), "text_only")
