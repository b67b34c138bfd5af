"""What is typed while a guide is in hand: an answer, a word to steer it, or another matter."""

from collections.abc import Callable, Collection
from functools import lru_cache

from faq import codes
from faq.guides.decision import Ask
from faq.guides.guide import Answers, Guide
from faq.guiding.conversation import Conversation
from faq.model import Reply
from faq.normalise import canonical, han_count
from faq.schema.guide import Words

_SHORT = 12  # Chinese letters, or words: what is longer and answers one step asks something else
_LISTS = 8  # of words, of this version of the content and the next
_PARTICLES = "啊呀吧呗哈呢哦嘛么啦"


def typed(
    conversation: Conversation, state: str, text: str, asks_facet: Callable[[str], bool]
) -> Reply | None:
    """The reply of the guide in hand (``state``, as a button carries it); None if there is none, or
    if ``text`` is another matter.
    """
    found = in_hand(conversation, state)
    if found is None:
        return None
    guide, answers = found
    steered = _steered(conversation, guide, answers, canonical(text))
    if steered is not None:
        return steered
    given = _given(guide, answers, text, asks_facet)
    return conversation.go_on(guide, guide.changed(answers, given)) if given else None


def is_waiting(conversation: Conversation, state: str) -> bool:
    """Whether the guide of ``state`` has asked something and waits for the answer."""
    found = in_hand(conversation, state)
    return found is not None and isinstance(found[0].node(found[1]), Ask)


def is_about(conversation: Conversation, state: str, entries: Collection[str]) -> bool:
    """Whether there is a guide in hand, and it is about one of ``entries``."""
    found = in_hand(conversation, state)
    return found is not None and found[0].file.entry in entries


def is_plain_reply(conversation: Conversation, state: str, text: str) -> bool:
    """Whether ``text`` is nothing but one of the answers just offered, as good as a press, or a
    word that steers the guide.
    """
    found = in_hand(conversation, state)
    node = found[0].node(found[1]) if found else None
    if found is None or not isinstance(node, Ask):
        return False
    is_steering = _steered(conversation, *found, canonical(text)) is not None
    return is_steering or bool(found[0].words.reply(text, node.question, node.then))


def in_hand(conversation: Conversation, state: str) -> tuple[Guide, Answers] | None:
    """The guide and the answers of ``state``, if the content still has them."""
    code = codes.decode(state)
    if not isinstance(code, codes.Guide):
        return None
    guide = conversation.composer.catalogue.guides.get(code.name)
    answers = guide.replay(code.path) if guide else None
    return (guide, answers) if guide and answers is not None else None


def shrug(conversation: Conversation, text: str) -> Reply | None:
    """The reply where no guide is in hand to what only says that its writer wants no more, cannot
    tell, or wants to go back or start over; None to all else.
    """
    said = canonical(text)
    words = conversation.composer.catalogue.guide_words
    if _is_one(said, words.leave):
        return conversation.word("left")
    asks_what = any(_is_one(said, one) for one in (words.unsure, words.back, words.restart))
    return conversation.word("unsure") if asks_what else None


def is_short(text: str) -> bool:
    """Whether ``text`` is no longer than a reply to a question."""
    return (han_count(text) or len(text.split())) <= _SHORT


def _steered(conversation: Conversation, guide: Guide, answers: Answers, said: str) -> Reply | None:
    words = conversation.composer.catalogue.guide_words
    if _is_one(said, words.back):
        return conversation.go_on(guide, dict(list(answers.items())[:-1]))
    if _is_one(said, words.restart):
        return conversation.go_on(guide, {})
    if _is_one(said, words.unsure) and isinstance(guide.node(answers), Ask):
        return conversation.ask_again(guide, answers, "guide_unsure")
    return conversation.leave(guide, answers) if _is_one(said, words.leave) else None


def _is_one(said: str, words: Words) -> bool:
    known = _canonical((*words.zh, *words.en))
    return said in known or said.rstrip(_PARTICLES) in known


@lru_cache(_LISTS)
def _canonical(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(canonical, words))


def _given(
    guide: Guide, answers: Answers, text: str, asks_facet: Callable[[str], bool]
) -> dict[str, str]:
    """The answers that ``text`` gives; none if it looks like another question."""
    read = guide.words.read(text)
    news = {name for name, option in read.items() if answers.get(name) != option}
    is_all = guide.words.is_all(text)
    is_remark = bool(news) and is_short(text) and not asks_facet(guide.words.rest(text))
    node = guide.node(answers)
    if not isinstance(node, Ask):  # at the sheet, another need or document is another question
        is_same_case = is_remark and news.isdisjoint(guide.file.decides)
        return read if news and (is_all or is_same_case) else {}
    option = guide.words.reply(text, node.question, node.then)
    if option is not None:
        return {node.question: option}
    return read if is_all or len(news) > 1 or is_remark else {}
