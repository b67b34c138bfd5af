"""From what was typed to a reply: danger, harm, the guide in hand, then the question."""

from dataclasses import replace

from faq.alarm import with_card
from faq.answering import Answerer
from faq.chips import Chips
from faq.composing import Composer
from faq.deciding import decide, knows_broad
from faq.following import Follower
from faq.guiding.conversation import Conversation
from faq.guiding.deciding import decided, decided_beside
from faq.guiding.offering import Offering
from faq.guiding.typed import is_about, is_plain_reply, is_waiting, shrug, typed
from faq.intake import Intake, take_in
from faq.knowledge import Knowledge
from faq.languages import detect
from faq.leading import led
from faq.model import (
    Block,
    BlockKind,
    Context,
    Language,
    Outcome,
    Question,
    Reply,
)
from faq.normalise import traditional
from faq.referring import is_referred, referred_again
from faq.refusal import refusal, wanted
from faq.reporting import with_channel
from faq.safety import screen
from faq.several import several


def warm(knowledge: Knowledge) -> None:
    """Think something through that nobody asked: what is loaded at the first question is loaded
    then, and no citizen waits for it.
    """
    for text in ("身份证", "護照", "passport"):
        question = Question(text, "", "", detect(text))
        considered(knowledge, question, take_in(question.text), None)
        traditional(text)


def considered(
    knowledge: Knowledge, question: Question, taken: Intake, context: Context | None
) -> Reply:
    """The card, if there is danger, the refusal or the answer, and what happened to the text."""
    language = question.language or detect(taken.words)
    alert = screen(taken.words, language)
    conversation = Conversation(knowledge.composer(language), language)
    if alert and context:
        is_press = is_plain_reply(conversation, context.guide, taken.words)
        is_no_alarm = is_press or knowledge.turns.is_harmless(taken.words)
        fitting = knowledge.catalogue.safety.danger.get(alert, ())
        is_told = is_about(conversation, context.guide, fitting)
        kept = context if is_no_alarm or is_told else None
        alert, context = (None if is_no_alarm else alert), kept
    answerer = Answerer(conversation.composer, language)
    wrong = wanted(taken.words, knowledge.matcher)
    reply = refusal(wrong, answerer) if wrong else _reply(knowledge, taken, language, context)
    if alert:
        carded = with_card(reply, alert, answerer, replace(question, text=taken.words))
        is_own = carded.entry != reply.entry  # the answer that belongs to the danger
        reply = Offering(conversation).around(carded, taken.words) if is_own else carded
    reply = with_channel(reply, taken.words, answerer.composer)
    return replace(reply, blocks=(*reply.blocks, *_notes(answerer.composer, taken)))


def _reply(
    knowledge: Knowledge, taken: Intake, language: Language, context: Context | None
) -> Reply:
    conversation = Conversation(knowledge.composer(language), language)
    guide = context.guide if context else ""
    asks_facet = knowledge.matcher.asks_facet
    going_on = typed(conversation, guide, taken.words, knowledge.asks)
    if going_on is not None:
        return replace(going_on, city=context.city if context else None)
    shrugged = shrug(conversation, taken.words)
    if shrugged is not None:
        return shrugged
    is_doubt = knowledge.turns.read(taken.words).doubts
    if is_waiting(conversation, guide) and not (is_doubt or asks_facet(taken.words)):
        context = None  # what answers no question of the guide follows nothing
    if not any(letter.isalnum() for letter in taken.words):
        lead = Block(BlockKind.LEAD, conversation.composer.phrase("empty"))
        return Reply(Outcome.NO_MATCH, (lead,), language)
    reply = _answer(knowledge, taken, language, context)
    instead = _instead(knowledge, conversation, reply, taken.words)
    if instead is not None:
        return replace(instead, city=reply.city, why=reply.why)
    return Offering(conversation).around(reply, taken.words, guide)


def _instead(
    knowledge: Knowledge, conversation: Conversation, reply: Reply, text: str
) -> Reply | None:
    """The guide that goes before ``reply``, if one does."""
    if reply.outcome is not Outcome.OUT_OF_SCOPE:
        return decided(conversation, reply, text, knowledge.matcher.asks_facet)
    answerer = Answerer(conversation.composer, conversation.language)
    search = knowledge.matcher.search
    return decided_beside(conversation, text, lambda clause: decide(answerer, search(clause)))


def _answer(
    knowledge: Knowledge, taken: Intake, language: Language, context: Context | None
) -> Reply:
    composer = knowledge.composer(language)
    text = taken.words
    follower = Follower(knowledge.matcher, knowledge.turns, context)
    answerer = Answerer(composer, language, follower.city(text))
    if is_referred(knowledge.catalogue, context):
        again = referred_again(follower, answerer, text)
        if again is not None:
            return again
        context, follower = None, replace(follower, context=None)
    chips = Chips(answerer)
    topic = follower.topic(text)
    if topic is not None:
        return chips.added(answerer.answer(topic.entry, topic.facet), context, is_turned=True)
    each = several(text, knowledge.matcher)
    if each:
        return answerer.answers(each)
    matches = follower.matches(text)
    is_sure = follower.is_sure(text, matches)
    is_broad = knows_broad(matches)
    if follower.is_city_alone(text) and not (is_sure or is_broad):
        return answerer.ask_back()
    is_of_thing = is_sure and knowledge.matcher.names_object(text)
    if knowledge.matcher.is_bare(text) and not (is_of_thing or is_broad):
        return replace(answerer.ask_back(), why=matches)
    reply = decide(answerer, matches, is_sure)
    return chips.added(led(reply, text, answerer), context)


def _notes(composer: Composer, taken: Intake) -> list[Block]:
    """What happened to the text before it was read."""
    texts = []
    if taken.hidden:
        kinds = composer.join(composer.phrase(f"hidden_{kind}") for kind in taken.hidden)
        texts.append(composer.phrase("hidden", kinds=kinds))
    if taken.shortened:
        texts.append(composer.phrase("shortened"))
    return [Block(BlockKind.NOTE, text) for text in texts]
