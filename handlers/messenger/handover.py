"""From the assistant to a person: what a citizen agrees to send goes to the staff chat, masked, and
a reply to it there comes back.

Nothing is kept in between: the text stands in the message that asks whether to send it.
"""

from dataclasses import replace
from hashlib import blake2b

import telegram
from telegram.constants import ChatType
from telegram.error import TelegramError

from faq.alarm import card_alone
from faq.intake import take_in
from faq.model import Block, BlockKind, Choice, Language, Outcome, Reply
from faq.ports import Claim
from handlers.messenger.desk import Desk, StaffRoom, language_of, place_of, question_from
from handlers.messenger.render import fixed, render
from handlers.messenger.sending import Place

_ASK, _YES, _NO = "h:ask", "h:yes", "h:no"
_LANGUAGES = (Language.ZH, Language.ZH_HANT, Language.EN)
_LONGEST = 1000
_GAP = "\n\n"


def offered(desk: Desk, message: telegram.Message, reply: Reply) -> Reply:
    """The reply, with a way to the staff where there are any and a person was asked for."""
    if not desk.staff or not reply.hands_over or message.chat.type != ChatType.PRIVATE:
        return reply
    label = desk.assistant.phrase("handover_offer", reply.language)
    return replace(reply, choices=(*reply.choices, Choice(label, _ASK)))


async def pressed(desk: Desk, query: telegram.CallbackQuery, language: Language) -> bool:
    """Do what a button of a hand-over says; False if it is none."""
    if query.data not in (_ASK, _YES, _NO) or not desk.staff or query.message is None:
        return False
    place, phrase = Place(query.message.chat.id), desk.assistant.phrase
    if query.data == _ASK:
        prompt = telegram.ForceReply()
        text = phrase("handover_write", language)
        await desk.bot.send_message(place.chat_id, text, reply_markup=prompt)
        return True
    said = await _decided(desk, desk.staff, query.message, is_yes=query.data == _YES)
    await desk.sender.send(place, fixed(phrase(said, language)))
    return True


async def written(desk: Desk, message: telegram.Message, text: str) -> bool:
    """Show once more what was written for the staff, and ask whether to send it; False if the
    message is not written for them.
    """
    asked = message.reply_to_message
    if not desk.staff or not asked or not asked.from_user or not asked.from_user.is_bot:
        return False
    prompts = {desk.assistant.phrase("handover_write", language) for language in _LANGUAGES}
    if asked.text not in prompts:
        return False
    card = card_alone(question_from(text, message.chat.id, None))
    if card:
        await desk.sender.send(place_of(message), render(card))
    language = language_of(message.from_user)
    phrase = desk.assistant.phrase
    words = " ".join(take_in(text).text.split())[:_LONGEST]
    blocks = (
        Block(BlockKind.TEXT, phrase("handover_confirm", language)),
        Block(BlockKind.TEXT, words),
    )
    choices = tuple(
        Choice(phrase(name, language), code)
        for name, code in (("handover_yes", _YES), ("handover_no", _NO))
    )
    reply = Reply(Outcome.GUIDED, blocks, language, choices=choices)
    await desk.sender.send(place_of(message), render(reply))
    return True


async def answered(desk: Desk, message: telegram.Message) -> None:
    """Pass on what an officer replies to a ticket; everything else said in the staff chat is
    theirs.
    """
    ticket = message.reply_to_message
    is_person = message.from_user is not None and not message.from_user.is_bot
    if not desk.staff or not is_person or ticket is None or not _is_ticket(desk, ticket):
        return
    chat = await desk.staff.tickets.chat(ticket.message_id)
    if not message.text or chat is None:
        said = "handover_over" if message.text else "handover_text_only"
    else:
        heading = desk.assistant.phrase("handover_reply", Language.ZH)
        place = Place(int(chat.rpartition(":")[2]))
        is_sent = await desk.sender.send(place, fixed(f"{heading}\n{message.text}"))
        said = "handover_passed_on" if is_sent else "handover_over"
    await desk.sender.send(place_of(message), fixed(desk.assistant.phrase(said, Language.ZH)))


async def _decided(
    desk: Desk, staff: StaffRoom, asked: telegram.MaybeInaccessibleMessage, *, is_yes: bool
) -> str:
    """Send what ``asked`` shows, or leave it; the name of what to tell. However often it is
    pressed, one ticket comes of it, and what was sent is never called not sent.
    """
    number = _number(asked)
    if await staff.once.claim(number) is not Claim.TAKEN:
        return "handover_already"
    words = _words(asked)
    if is_yes and words and await _hand_over(desk, staff, asked.chat.id, words):
        await staff.once.done(number)
        return "handover_sent"
    await staff.once.release(number)
    return "handover_failed" if is_yes else "handover_not_sent"


def _number(asked: telegram.MaybeInaccessibleMessage) -> int:
    """A number for what a message asks, below those of updates, which count from one."""
    name = f"{asked.chat.id}:{asked.message_id}".encode()
    return -1 - int.from_bytes(blake2b(name, digest_size=7).digest())


async def _hand_over(desk: Desk, staff: StaffRoom, chat: int, words: str) -> bool:
    heading = desk.assistant.phrase("handover_ticket", Language.ZH)
    try:
        ticket = await desk.bot.send_message(staff.chat, f"{heading}{_GAP}{words}")
    except TelegramError:
        return False
    return await staff.tickets.open(ticket.message_id, f"telegram:{chat}")


def _words(message: telegram.MaybeInaccessibleMessage) -> str:
    """What stands below the question whether to send it."""
    text = message.text if isinstance(message, telegram.Message) else None
    return (text or "").partition(_GAP)[2]


def _is_ticket(desk: Desk, message: telegram.Message) -> bool:
    heading = desk.assistant.phrase("handover_ticket", Language.ZH)
    is_ours = message.from_user is not None and message.from_user.is_bot
    return is_ours and (message.text or "").startswith(heading)
