"""The façade every channel calls: a question or a choice in, a reply out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import get_args

from faq import codes
from faq.alarm import with_card
from faq.answering import Answerer
from faq.catalogue import Catalogue
from faq.chips import Chips
from faq.composing import Composer
from faq.feedback import Feedback
from faq.following import Follower
from faq.guiding.conversation import Conversation
from faq.guiding.deciding import decided
from faq.guiding.offering import Offering
from faq.guiding.typed import is_plain_reply, is_waiting, typed
from faq.intake import Intake, take_in
from faq.languages import detect
from faq.lately import Lately
from faq.matching.matcher import Matcher
from faq.menu import Menu
from faq.model import Block, BlockKind, Context, Language, Outcome, Question, Reply, TextLanguage
from faq.normalise import traditional
from faq.ports import Journal, NewId, Noted, Sessions
from faq.refusal import refusal
from faq.reporting import with_channel
from faq.safety import harm, screen
from faq.several import several
from faq.turns import Turns


@dataclass(frozen=True, slots=True, repr=False)  # it would be megabytes
class Knowledge:
    """One version of the content, ready to be asked; replaced as a whole on reload."""

    catalogue: Catalogue
    matcher: Matcher
    turns: Turns = field(init=False)
    composers: Mapping[TextLanguage, Composer] = field(init=False)
    lately: Lately = field(default_factory=Lately, init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "turns", Turns(self.catalogue))
        composers = {one: Composer(self.catalogue, one) for one in get_args(TextLanguage)}
        object.__setattr__(self, "composers", composers)


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
            reply = _considered(knowledge, question, taken, context)
            knowledge.lately.keep(key, reply)
        words = None if reply.alert else taken.words  # what a person in danger writes is not kept
        return await self._finish(knowledge, question, reply, words)

    async def choose(self, question: Question) -> Reply:
        """The reply to a button or a command, whose code is the question's text."""
        knowledge = self._knowledge
        language = question.language or Language.ZH
        context = await self._context(knowledge, question.chat)
        code = codes.decode(question.text)
        if question.text == "forget":
            menu = Menu(_composer(knowledge, language), language)
            reply = await self._forget(question.chat, menu)
        elif isinstance(code, codes.Drop):
            context = None if code.part == "topic" or not context else replace(context, city=None)
            await self._sessions.remember(question.chat, context)
            reply = _dropped(knowledge, language, context)
        elif isinstance(code, codes.Rate):
            await self._journal.rate(code.id, code.mark, code.reason or None)
            reply = Feedback(Answerer(_composer(knowledge, language), language)).thanks(code)
        else:
            reply = _chosen(knowledge, question.text, language, context)
        return await self._finish(knowledge, question, reply)

    def phrase(self, name: str, language: Language, **values: object) -> str:
        """A fixed text in the asker's language."""
        text = _composer(self._knowledge, language).phrase(name, **values)
        return traditional(text) if language is Language.ZH_HANT else text

    async def _forget(self, chat: str, menu: Menu) -> Reply:
        is_deleted = await self._sessions.forget(chat)
        return menu.forgotten() if is_deleted else menu.not_forgotten()

    async def _context(self, knowledge: Knowledge, chat: str) -> Context | None:
        """What the chat was last about, as long as the content still has it."""
        context = await self._sessions.context(chat)
        catalogue = knowledge.catalogue
        if context is None or context.entry not in catalogue.facts:
            return None
        return context if context.city in catalogue.cities else replace(context, city=None)

    async def _finish(
        self, knowledge: Knowledge, question: Question, reply: Reply, words: str | None = None
    ) -> Reply:
        context = _about(reply)
        if context is not None:
            await self._sessions.remember(question.chat, context)
        reply = replace(reply, version=knowledge.catalogue.version, id=self._new_id())
        answerer = Answerer(_composer(knowledge, reply.language), reply.language)
        reply = Feedback(answerer).added(reply)
        if reply.language is Language.ZH_HANT:
            reply = _in_traditional(reply)
        await self._journal.record(Noted(reply.id, question.channel, words, reply))
        return reply


def _about(reply: Reply) -> Context | None:
    """What a reply is about, or most likely: of what it offers for a question, the first."""
    if reply.outcome in (Outcome.ANSWERED, Outcome.GUIDED) and reply.entry and reply.facet:
        return Context(reply.entry, reply.facet, reply.city, reply.guide)
    if reply.outcome is Outcome.OFFERED_CHOICES and reply.why:
        likeliest = next((one for one in reply.choices if one.entry and one.facet), None)
        if likeliest is not None and likeliest.entry and likeliest.facet:
            return Context(likeliest.entry, likeliest.facet, reply.city, reply.guide)
    return None


def _composer(knowledge: Knowledge, language: Language) -> Composer:
    return knowledge.composers[language.text]


def _notes(composer: Composer, taken: Intake) -> list[Block]:
    """What happened to the text before it was read."""
    texts = []
    if taken.hidden:
        kinds = composer.join(composer.phrase(f"hidden_{kind}") for kind in taken.hidden)
        texts.append(composer.phrase("hidden", kinds=kinds))
    if taken.shortened:
        texts.append(composer.phrase("shortened"))
    return [Block(BlockKind.NOTE, text) for text in texts]


def _considered(
    knowledge: Knowledge, question: Question, taken: Intake, context: Context | None
) -> Reply:
    """The card, if there is danger, the refusal or the answer, and what happened to the text."""
    language = question.language or detect(taken.words)
    alert = screen(taken.words, language)
    if alert and context:
        conversation = Conversation(_composer(knowledge, language), language)
        is_press = is_plain_reply(conversation, context.guide, taken.words)
        alert, context = (None, context) if is_press else (alert, None)
    answerer = Answerer(_composer(knowledge, language), language)
    wrong = harm(taken.words)
    reply = refusal(wrong, answerer) if wrong else _reply(knowledge, taken, language, context)
    if alert:
        reply = with_card(reply, alert, answerer, replace(question, text=taken.words))
    reply = with_channel(reply, taken.words, answerer.composer)
    return replace(reply, blocks=(*reply.blocks, *_notes(answerer.composer, taken)))


def _reply(
    knowledge: Knowledge, taken: Intake, language: Language, context: Context | None
) -> Reply:
    conversation = Conversation(_composer(knowledge, language), language)
    guide = context.guide if context else ""
    asks_facet = knowledge.matcher.asks_facet
    going_on = typed(conversation, guide, taken.words, asks_facet)
    if going_on is not None:
        return replace(going_on, city=context.city if context else None)
    if is_waiting(conversation, guide) and not asks_facet(taken.words):
        context = None  # what answers no question of the guide follows nothing
    reply = _answer(knowledge, taken, language, context)
    instead = decided(conversation, reply, taken.words, asks_facet)
    if instead is not None:
        return replace(instead, city=reply.city, why=reply.why)
    return Offering(conversation).around(reply, taken.words, guide)


def _answer(
    knowledge: Knowledge, taken: Intake, language: Language, context: Context | None
) -> Reply:
    composer = _composer(knowledge, language)
    text = taken.words
    if not any(letter.isalnum() for letter in text):
        lead = Block(BlockKind.LEAD, composer.phrase("empty"))
        return Reply(Outcome.NO_MATCH, (lead,), language)
    follower = Follower(knowledge.matcher, knowledge.turns, context)
    answerer = Answerer(composer, language, follower.city(text))
    chips = Chips(answerer)
    topic = follower.topic(text)
    if topic is not None:
        return chips.added(answerer.answer(topic.entry, topic.facet), context, is_turned=True)
    if follower.is_city_alone(text):
        return answerer.ask_back()
    each = several(text, knowledge.matcher)
    if each:
        return answerer.answers(each)
    matches = follower.matches(text)
    if knowledge.matcher.is_bare(text) and not answerer.knows_broad(matches):
        return replace(answerer.ask_back(), why=matches)
    return chips.added(answerer.decide(matches, follower.sure(text, matches)), context)


def _dropped(knowledge: Knowledge, language: Language, context: Context | None) -> Reply:
    """The last answer without the city; without anything before it, what to do now."""
    answerer = Answerer(_composer(knowledge, language), language)
    if context is None:
        return Chips(answerer).dropped()
    return answerer.answer(context.entry, context.facet)


def _chosen(knowledge: Knowledge, text: str, language: Language, context: Context | None) -> Reply:
    composer = _composer(knowledge, language)
    menu = Menu(composer, language)
    code = codes.decode(text)
    reply: Reply | None = None
    if isinstance(code, codes.Answer) and code.entry in knowledge.catalogue.entries:
        city = context.city if context else None
        answer = Chips(Answerer(composer, language, city)).answer(code.entry, code.facet)
        reply = Offering(Conversation(composer, language)).around(answer)
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
    if reply is not None:
        return reply
    lead = Block(BlockKind.LEAD, composer.phrase("unknown_choice"))
    return replace(menu.categories(), blocks=(lead,))


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
