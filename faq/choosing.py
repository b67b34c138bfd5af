"""From a pressed button or a command to a reply."""

from dataclasses import replace

from faq import codes
from faq.answering import Answerer
from faq.chips import Chips
from faq.guiding.conversation import Conversation
from faq.guiding.offering import Offering
from faq.knowledge import Knowledge
from faq.menu import Menu
from faq.model import Block, BlockKind, Context, Language, Outcome, Reply
from faq.referring import is_referred


def chosen(knowledge: Knowledge, text: str, language: Language, context: Context | None) -> Reply:
    """The reply to the code ``text``, after what the chat was last about; the categories where it
    is none that is known.
    """
    composer = knowledge.composer(language)
    menu = Menu(composer, language)
    code = codes.decode(text)
    reply: Reply | None = None
    if isinstance(code, codes.Answer) and code.entry in knowledge.catalogue.entries:
        city = context.city if context else None
        reply = Chips(Answerer(composer, language, city)).answer(code.entry, code.facet)
    elif isinstance(code, codes.Town) and code.entry in knowledge.catalogue.entries:
        reply = Chips(Answerer(composer, language)).town(code)
    elif isinstance(code, codes.Others):
        reply = Chips(Answerer(composer, language)).others(code)
    elif isinstance(code, codes.Guide):
        pressed = Conversation(composer, language).press(code)
        reply = pressed and replace(pressed, city=context.city if context else None)
    elif isinstance(code, codes.Page):
        reply = menu.page(code)
    elif isinstance(code, codes.Command):
        shown = {
            "menu": menu.categories,
            "guides": menu.guides,
            "privacy": menu.privacy,
            "human": Answerer(composer, language).human,
        }
        reply = shown.get(code.name, menu.start)()
    if reply is not None and reply.outcome is Outcome.ANSWERED:
        state = context.guide if context else ""
        return Offering(Conversation(composer, language)).around(reply, state=state)
    if reply is not None:
        return reply
    lead = Block(BlockKind.LEAD, composer.phrase("unknown_choice"))
    return replace(menu.categories(), blocks=(lead,))


def dropped(knowledge: Knowledge, language: Language, context: Context | None) -> Reply:
    """The last answer without the city; without anything before it, what to do now."""
    composer = knowledge.composer(language)
    answerer = Answerer(composer, language)
    if context is None:
        return Chips(answerer).dropped()
    if is_referred(knowledge.catalogue, context):
        return answerer.refer(context.entry)
    answer = answerer.answer(context.entry, context.facet)
    return Offering(Conversation(composer, language)).around(answer, state=context.guide)
