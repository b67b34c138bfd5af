"""Whether a text tells of danger now, and of what kind: the outright words and what is learnt."""

import re
from collections.abc import Iterator
from functools import lru_cache

from faq.features.pinyin import Sounds
from faq.model import Alert, Language
from faq.safety.disguises import spelled
from faq.safety.learned import ENOUGH, packaged
from faq.safety.reading import clauses
from faq.safety.signs import SERVICES, SPEAKING, WORDS

_NEAR = 12  # letters before and after an outright word that may excuse it
_SURELY = 0.5  # the margin from which on a short figure of speech excuses nothing
_NEARLY = 1.0  # how much less sure is enough where an outright word is heard, though not written


def screen(text: str, language: Language) -> Alert | None:
    """The kind of danger that ``text`` tells of as present, or None.

    A false alarm costs a card, a missed one more; so one way of reading the text is enough, and an
    outright word of despair is never argued away.
    """
    plain = clauses(text)[0]
    outright = next(_outright(text, plain, language), None)
    learned = packaged()
    if outright is Alert.SUICIDE or learned is None:
        return outright
    kind, margin = learned.score(text)
    if margin > ENOUGH and not (margin < _SURELY and _is_speaking(plain)):
        return kind
    if outright is None and margin > ENOUGH - _NEARLY and _is_heard(plain, learned.sounds):
        return kind
    return outright


def _is_speaking(plain: str) -> bool:
    """Whether a text is hardly more than a figure of speech."""
    return len(plain) <= _NEAR and bool(_excuses(despair=True).search(plain))


def _outright(text: str, plain: str, language: Language) -> Iterator[Alert]:
    """The kinds whose outright words stand in ``text``, despair first."""
    meant = spelled(text)
    read = (plain,) if meant == text else (plain, clauses(meant)[0])
    tables = dict.fromkeys((Language.ZH if language is Language.ZH_HANT else language, *WORDS))
    found = [
        alert
        for one in tables
        for alert, pattern in _patterns(one)
        if any(_tells(alert, pattern, _form(each, one)) for each in read)
    ]
    yield from sorted(found, key=lambda alert: alert is not Alert.SUICIDE)


def _form(plain: str, language: Language) -> str:
    """A text as outright words are looked for in it: only in English are spaces part of them."""
    return plain if language is Language.EN else plain.replace(" ", "")


def _tells(alert: Alert, pattern: re.Pattern[str], plain: str) -> bool:
    excuse = _excuses(despair=alert is Alert.SUICIDE)
    return any(
        not excuse.search(plain[max(0, one.start() - _NEAR) : one.end() + _NEAR])
        for one in pattern.finditer(plain)
    )


def _is_heard(plain: str, sounds: Sounds) -> bool:
    """Whether a Chinese outright word is in what the text sounds like."""
    said = _said(plain, sounds)
    words = (word for several in WORDS[Language.ZH].values() for word in several)
    return any(_said(word, sounds) in said for word in words)


def _said(text: str, sounds: Sounds) -> str:
    return "|" + "|".join(sounds.pairs(text.replace(" ", ""))) + "|"


@lru_cache(maxsize=len(Language))
def _patterns(language: Language) -> tuple[tuple[Alert, re.Pattern[str]], ...]:
    border = r"\b" if language is Language.EN else ""
    found = []
    for alert, words in WORDS[language].items():
        escaped = (re.escape(_form(clauses(word)[0], language)) for word in words)
        found.append((alert, re.compile(border + f"(?:{'|'.join(escaped)})" + border)))
    return tuple(found)


@lru_cache(maxsize=2)
def _excuses(*, despair: bool) -> re.Pattern[str]:
    words = SPEAKING if despair else (*SPEAKING, *SERVICES)
    return re.compile("|".join(map(re.escape, words)))
