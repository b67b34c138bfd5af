"""Who asks too much is told so once, politely."""

from faq.alarm import card_alone
from faq.model import Language
from handlers.messenger.desk import Desk, question_from
from handlers.messenger.render import fixed, render
from handlers.messenger.sending import Place


async def is_too_much(desk: Desk, place: Place, language: Language, text: str = "") -> bool:
    """Whether the chat has asked its share; then it is told so once, and in danger it gets the
    card all the same.
    """
    wait = desk.limit.wait(place.chat_id)
    if not wait:
        return False
    card = card_alone(question_from(text, place.chat_id, None)) if text else None
    if card:
        await desk.sender.send(place, render(card))
    elif desk.limit.is_first_time(place.chat_id):
        said = desk.assistant.phrase("limited", language, seconds=wait)
        await desk.sender.send(place, fixed(said))
    return True
