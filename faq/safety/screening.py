"""Whether a text tells of danger now, and of what kind: the outright words and what is learnt."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from faq.features.pinyin import Sounds
from faq.model import Alert, Language
from faq.normalise import clean
from faq.safety.disguises import spelled
from faq.safety.excuses import SERVICES, SPEAKING
from faq.safety.learned import DANGER, Learned, packaged
from faq.safety.reading import clauses
from faq.safety.signs import WORDS

ENOUGH = -1.0  # the margin from which on a card is shown: on 1.5 % of ordinary questions
_NEAR = 12  # letters before and after an outright word that may excuse it
# Greetings and thanks, and what begins another question.
_ASIDE = re.compile(
    "(?:你好|您好|请问一下|请问|打扰了|谢谢|多谢|另外|还有|顺便|对了|还想问)[,,。!?\\s]*"
    r"|\b(?:hello|hi|thanks|thank you|also|by the way)\b[,.!?\s]*",
    re.IGNORECASE,
)
_SPACED = (Language.EN, Language.KO, Language.RU)
_SCRAP = 3  # letters; shorter clauses are the letters of a word taken apart
_SURELY = 0.5  # the margin from which on a short figure of speech excuses nothing
_NEARLY = 1.0  # how much less sure is enough where an outright word is heard, though not written
_MISSPELT = 1.5  # how much less where nearly every pair of letters is one that only sounds right


def screen(text: str, language: Language) -> Alert | None:
    """The kind of danger that ``text`` tells of as present, or None.

    A false alarm costs a card, a missed one more; so one way of reading the text is enough, and an
    outright word of despair is never argued away.
    """
    return judge(text, language, packaged(DANGER))


def judge(text: str, language: Language, learned: Learned | None) -> Alert | None:
    """What ``screen`` finds with what was learnt, or by the outright words alone, in the whole text
    or in what is left of it without greetings and beside another question.
    """
    parts = [part for part in _ASIDE.split(clean(text)) if len(part) >= _SCRAP]
    texts = dict.fromkeys((text, *parts))
    found = (_judge(each, language, learned) for each in texts)
    return next((alert for alert in found if alert), None)


def _judge(text: str, language: Language, learned: Learned | None) -> Alert | None:
    plain = clauses(text)[0]
    outright = next(_outright(text, language), None)
    if outright is Alert.SUICIDE or learned is None:
        return outright
    told, margin = learned.score(text, ENOUGH)
    kind = Alert(told)
    if margin > ENOUGH and not (margin < _SURELY and _is_speaking(plain)):
        return kind
    if outright or margin <= ENOUGH - _MISSPELT - _NEARLY:
        return outright
    misspelt = learned.is_misspelt(text)
    enough = ENOUGH - _MISSPELT if misspelt else ENOUGH
    if margin > enough - _NEARLY and _is_heard(plain, learned.sounds):
        return kind
    return kind if misspelt and margin > enough else None


def _is_speaking(plain: str) -> bool:
    """Whether a text is hardly more than a figure of speech."""
    return len(plain) <= _NEAR and bool(_excuses(despair=True).search(plain))


def _outright(text: str, language: Language) -> Iterator[Alert]:
    """The kinds whose outright words stand in ``text``, despair first."""
    meant = spelled(text)
    texts = tuple(filter(_may_tell, (text,) if meant == text else (text, meant)))
    if not texts:
        return
    tables = dict.fromkeys((Language.ZH if language is Language.ZH_HANT else language, *WORDS))
    found = []
    for one in tables:
        pieces = [piece for each in texts for piece in _pieces(each, one)]
        found += [
            alert
            for alert, pattern in _patterns(one)
            if any(_tells(alert, pattern, piece) for piece in pieces)
        ]
    yield from sorted(found, key=lambda alert: alert is not Alert.SUICIDE)


def _may_tell(text: str) -> bool:
    """Whether an outright word of any language stands in ``text``, excused or not."""
    plain = clauses(text)[0]
    return any(pattern.search(_form(plain, one)) for one, pattern in _every_word())


@lru_cache(maxsize=1)
def _every_word() -> tuple[tuple[Language, re.Pattern[str]], ...]:
    """The outright words of each language, whatever kind of danger they tell of."""
    return tuple(
        (one, re.compile("|".join(pattern.pattern for _, pattern in _patterns(one))))
        for one in WORDS
    )


def _pieces(text: str, language: Language) -> tuple[str, ...]:
    """The clauses of ``text``, so that what excuses one does not excuse another. A text of scraps
    is one piece, and so is one in a language whose words are apart anyhow.
    """
    plain, cuts = clauses(text)
    if language in _SPACED or len(plain) < _SCRAP * len(cuts):
        return (_form(plain, language),)
    return tuple(_form(plain[start:end], language) for start, end in pairwise((*cuts, len(plain))))


def _form(plain: str, language: Language) -> str:
    """A text as outright words are looked for in it: only in English are spaces part of them."""
    return plain if language is Language.EN else plain.replace(" ", "")


def _tells(alert: Alert, pattern: re.Pattern[str], piece: str) -> bool:
    excuse = _excuses(despair=alert is Alert.SUICIDE)
    return any(
        not excuse.search(piece[max(0, one.start() - _NEAR) : one.end() + _NEAR])
        for one in pattern.finditer(piece)
    )


def _is_heard(plain: str, sounds: Sounds) -> bool:
    """Whether a Chinese outright word is in what the text sounds like."""
    said = _said(plain, sounds)
    return any(word in said for word in _said_words(sounds))


@lru_cache(maxsize=1)
def _said_words(sounds: Sounds) -> tuple[str, ...]:
    """What each Chinese outright word sounds like."""
    words = (word for several in WORDS[Language.ZH].values() for word in several)
    return tuple(dict.fromkeys(_said(word, sounds) for word in words))


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
