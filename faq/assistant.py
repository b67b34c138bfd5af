"""The façade every channel calls: a question or a choice in, a reply out."""

from dataclasses import replace

from faq import codes
from faq.answering import Answerer
from faq.choosing import chosen, dropped
from faq.considering import considered
from faq.feedback import Feedback
from faq.intake import take_in
from faq.knowledge import Knowledge
from faq.menu import Menu
from faq.model import Context, Language, Outcome, Question, Reply
from faq.normalise import traditional
from faq.ports import Journal, NewId, Noted, Sessions

__all__ = ["Assistant", "Knowledge"]

_ABOUT_ONE = (Outcome.ANSWERED, Outcome.GUIDED, Outcome.OUT_OF_SCOPE)


class Assistant:
    """Answers questions from the content it holds."""

    def __init__(
        self,
        knowledge: Knowledge,
        sessions: Sessions,
        journal: Journal,
        *,
        new_id: NewId = str,
    ) -> None:
        self._knowledge = knowledge
        self._sessions = sessions
        self._journal = journal
        self._new_id = new_id

    @property
    def version(self) -> str:
        """The version of the content in use."""
        return self._knowledge.catalogue.version

    def replace(self, knowledge: Knowledge) -> None:
        """Answer from ``knowledge`` from now on; what is in hand ends on what it began with."""
        self._knowledge = knowledge

    async def ask(self, question: Question) -> Reply:
        """The reply to what was typed."""
        knowledge = self._knowledge
        taken = take_in(question.text)
        context = await self._context(knowledge, question.chat)
        key = (taken, question.language, question.late, context)
        reply = knowledge.lately.get(key)
        if reply is None:
            reply = considered(knowledge, question, taken, context)
            knowledge.lately.keep(key, reply)
        words = None if reply.alert else taken.words  # what a person in danger writes is not kept
        await self._remember(question.chat, reply, context)
        return await self._finish(knowledge, question, reply, words)

    async def choose(self, question: Question) -> Reply:
        """The reply to a button or a command, whose code is the question's text."""
        knowledge = self._knowledge
        language = question.language or Language.ZH
        context = await self._context(knowledge, question.chat)
        code = codes.decode(question.text)
        if question.text == "forget":
            menu = Menu(knowledge.composer(language), language)
            reply = await self._forget(question.chat, menu)
        elif isinstance(code, codes.Drop):
            context = None if code.part == "topic" or not context else replace(context, city=None)
            await self._sessions.remember(question.chat, context)
            reply = dropped(knowledge, language, context)
        elif isinstance(code, codes.Rate):
            await self._journal.rate(code.id, code.mark, code.reason or None)
            reply = Feedback(Answerer(knowledge.composer(language), language)).thanks(code)
        else:
            reply = chosen(knowledge, question.text, language, context)
        await self._remember(question.chat, reply, context)
        return await self._finish(knowledge, question, reply)

    def phrase(self, name: str, language: Language, **values: object) -> str:
        """A fixed text in the asker's language."""
        text = self._knowledge.composer(language).phrase(name, **values)
        return traditional(text) if language is Language.ZH_HANT else text

    def words(self, typed: str, topic: str) -> tuple[str, ...]:
        """What in a text speaks for a topic, the most telling words first."""
        return self._knowledge.matcher.words(take_in(typed).words, topic)

    async def _forget(self, chat: str, menu: Menu) -> Reply:
        is_deleted = await self._sessions.forget(chat)
        return menu.forgotten() if is_deleted else menu.not_forgotten()

    async def _context(self, knowledge: Knowledge, chat: str) -> Context | None:
        """What the chat was last about, as long as the content still has it."""
        context = await self._sessions.context(chat)
        catalogue = knowledge.catalogue
        known = (catalogue.facts, catalogue.referrals)
        if context is None or not any(context.entry in one for one in known):
            return None
        return context if context.city in catalogue.cities else replace(context, city=None)

    async def _remember(self, chat: str, reply: Reply, before: Context | None) -> None:
        """Remember what ``reply`` is about; what it only offers, where nothing was said before, and
        a matter of others, where no guide is in hand.
        """
        about = _about(reply)
        is_offer = reply.outcome is Outcome.OFFERED_CHOICES
        is_aside = reply.outcome is Outcome.OUT_OF_SCOPE and before is not None and before.guide
        if about is not None and not (is_offer and before) and not is_aside:
            await self._sessions.remember(chat, about)

    async def _finish(
        self, knowledge: Knowledge, question: Question, reply: Reply, words: str | None = None
    ) -> Reply:
        reply = replace(reply, version=knowledge.catalogue.version, id=self._new_id())
        answerer = Answerer(knowledge.composer(reply.language), reply.language)
        reply = Feedback(answerer).added(reply)
        if reply.language is Language.ZH_HANT:
            reply = _in_traditional(reply)
        await self._journal.record(Noted(reply.id, question.channel, words, reply))
        return reply


def _about(reply: Reply) -> Context | None:
    """What a reply is about, or most likely: of what it offers for a question, the first."""
    if reply.outcome in _ABOUT_ONE and reply.entry and reply.facet:
        return Context(reply.entry, reply.facet, reply.city, reply.guide)
    if reply.outcome is Outcome.OFFERED_CHOICES and reply.why:
        for one in reply.choices:
            if one.entry and one.facet:
                return Context(one.entry, one.facet, reply.city, reply.guide)
    return None


def _in_traditional(reply: Reply) -> Reply:
    blocks = tuple(
        replace(
            block,
            text=traditional(block.text),
            items=tuple(map(traditional, block.items)),
            links=tuple(replace(link, title=traditional(link.title)) for link in block.links),
        )
        for block in reply.blocks
    )
    choices = tuple(replace(one, label=traditional(one.label)) for one in reply.choices)
    return replace(reply, blocks=blocks, choices=choices)
