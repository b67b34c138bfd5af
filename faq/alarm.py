"""The emergency card before the answer, with the answer that belongs to the danger."""

import re
from dataclasses import replace
from datetime import timedelta

from faq.answering import Answerer
from faq.cards import card
from faq.intake import take_in
from faq.languages import detect
from faq.model import Alert, Block, BlockKind, Facet, Language, Outcome, Question, Reply
from faq.normalise import han_count
from faq.safety import screen

_SHORT = 14  # so short a cry is about the danger, whatever service its words resemble,
_ASKS = re.compile(
    r"怎么(?!办)|如何|哪|什么|吗|能不能|\b(?:how|where|what|can|whom?)\b", re.IGNORECASE
)
_SURE = 0.8  # unless it asks something, and what it asks is as sure as that,
_QUITE_SURE = 0.95  # or it is as sure as that: of 785 tales of danger 8 are, and none of despair


def with_card(reply: Reply, alert: Alert, answerer: Answerer, question: Question) -> Reply:
    """``reply`` to ``question`` with the card before it.

    An answer or a guide that fits the danger follows the card, and so does an answer that is quite
    sure, or is one to a longer text or to what is surely asked; else the answer that belongs to the
    danger, if there is one; else what a longer text may be about, or where to turn with it, but for
    someone in despair; else the card stands alone. A refusal stays.
    """
    shown = (_card(alert, reply.language, question.late),)
    text = question.text
    if reply.outcome is Outcome.REFUSED:
        return replace(reply, alert=alert, blocks=(*shown, *reply.blocks))
    table = answerer.composer.catalogue.safety
    fitting = table.danger.get(alert, ())
    is_long = max(han_count(text), len(text.split())) > _SHORT
    is_sure = reply.confidence >= _SURE
    is_fitting = reply.entry in (*fitting, *table.police)
    is_asked = is_sure and bool(_ASKS.search(text))
    follows = is_fitting or is_long or is_asked or reply.confidence >= _QUITE_SURE
    leads_on = reply.outcome is Outcome.GUIDED and is_fitting
    if leads_on or (reply.outcome is Outcome.ANSWERED and follows):
        return replace(reply, alert=alert, blocks=(*shown, *reply.blocks))
    if fitting:
        own = answerer.answer(fitting[0], Facet.OVERVIEW)
        return replace(own, alert=alert, blocks=(*shown, *own.blocks), why=reply.why)
    is_more = reply.outcome is Outcome.OFFERED_CHOICES or reply.entry is not None
    if is_more and (is_long or is_asked) and alert is not Alert.SUICIDE:
        return replace(reply, alert=alert, blocks=(*shown, *reply.blocks))
    return Reply(Outcome.EMERGENCY, shown, reply.language, alert=alert, why=reply.why)


def card_alone(question: Question) -> Reply | None:
    """Nothing but the card, if the question tells of danger: for a channel that cannot or may not
    ask the core now. Needs no content and no storage.
    """
    taken = take_in(question.text)
    language = question.language or detect(taken.words)
    alert = screen(taken.words, language)
    if alert is None:
        return None
    return Reply(Outcome.EMERGENCY, (_card(alert, language, question.late),), language, alert=alert)


def _card(alert: Alert, language: Language, late: timedelta | None) -> Block:
    return Block(BlockKind.CARD, "\n".join(card(alert, language, late)))
