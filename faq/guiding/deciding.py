"""A situation told in full: the guide that knows what is needed and what is in hand goes before the
answer that only knows one of them.
"""

import re
from collections.abc import Callable, Iterator

from faq.guides.decision import End, Gap, Node
from faq.guides.guide import Guide
from faq.guiding.conversation import Conversation
from faq.model import Facet, Outcome, Reply

_CLAUSES = re.compile(r"[,，。;；!！?？\n]+|(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")
_CERTAIN = 0.96  # an answer so sure of what no sheet of the guide is about was asked for
_ON_SHEETS = (Facet.OVERVIEW, Facet.CONDITIONS, Facet.MATERIALS, Facet.STEPS, Facet.WHERE)


def decided(
    conversation: Conversation, reply: Reply, text: str, asks_facet: Callable[[str], bool]
) -> Reply | None:
    """The guide's next question or sheet instead of ``reply``, where ``text`` answers all that the
    guide decides by, and the guide says it better.
    """
    if reply.outcome not in (Outcome.ANSWERED, Outcome.OFFERED_CHOICES) or reply.more:
        return None
    for guide in conversation.composer.catalogue.guides.values():
        if not guide.file.decides or not _is_about(guide, reply):
            continue
        answers = guide.changed({}, guide.words.read(text))
        if set(guide.file.decides) <= answers.keys() and guide.words.names(text):
            asks = asks_facet(guide.words.rest(text))
            if _goes_first(guide, guide.node(answers), reply, asks=asks):
                return conversation.go_on(guide, answers)
    return None


def decided_beside(
    conversation: Conversation, text: str, answer: Callable[[str], Reply]
) -> Reply | None:
    """The guide's next question or sheet where ``text`` asks for a matter of others, but tells in a
    clause of its own what the guide is for (身份证丢了,下周去民政局领结婚证).
    """
    clauses = [clause for clause in _CLAUSES.split(text) if clause.strip()]
    for guide in conversation.composer.catalogue.guides.values() if len(clauses) > 1 else ():
        answers = guide.changed({}, guide.words.read(text))
        if not guide.file.decides or not set(guide.file.decides) <= answers.keys():
            continue
        entries = {answer(one).entry for one in clauses if guide.words.names(one)}
        if not entries.isdisjoint(guide.entries):
            return conversation.go_on(guide, answers)
    return None


def _is_about(guide: Guide, reply: Reply) -> bool:
    """Whether the reply speaks of, or offers, an entry that the guide leads to."""
    named = {reply.entry, *(choice.entry for choice in reply.choices)} - {None}
    return not named.isdisjoint(guide.entries)


def _goes_first(guide: Guide, node: Node, reply: Reply, *, asks: bool) -> bool:
    """Whether the guide comes to none of what the reply says, or has a sheet on it for just this
    person; what else the text ``asks`` is answered, unless a sheet says that too, and so is what no
    sheet is about, where the reply is certain.
    """
    outcomes = [guide.file.outcomes[name] for name in _outcomes(node)]
    if any(reply.entry in outcome.entries for outcome in outcomes):
        return isinstance(node, End) and reply.entry == outcomes[0].entries[0] and not asks
    if reply.confidence >= _CERTAIN and reply.entry in guide.besides:
        return False
    return not asks or (isinstance(node, End) and reply.facet in _ON_SHEETS)


def _outcomes(node: Node) -> Iterator[str]:
    if isinstance(node, End):
        yield node.outcome
    elif not isinstance(node, Gap):
        for then in node.then.values():
            yield from _outcomes(then)
