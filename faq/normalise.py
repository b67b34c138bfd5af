"""Text as typed to canonical text: width, case, script, invisible letters, punctuation.

Long and hostile text is cut before Unicode normalisation, whose cost is quadratic in combining
marks.
"""

import re
import unicodedata
from functools import lru_cache

from faq.characters import converted

MAX_LENGTH = 4096
_HALF = MAX_LENGTH // 2
_RAW_LIMIT = 4 * MAX_LENGTH
_REMEMBERED = 64  # texts; each is read by the matcher, the screens and every guide

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff\ud800-\udfff\x00-\x08\x0b-\x1f\x7f]"
)
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
_BREAKS = re.compile(r"[\W_]+")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


def cut(text: str) -> str:
    """``text``, or of a hostile length the first and the last 8,192 characters."""
    if len(text) <= _RAW_LIMIT:
        return text
    return text[: _RAW_LIMIT // 2] + " " + text[-_RAW_LIMIT // 2 :]


def clean(text: str) -> str:
    """``text`` without invisible letters, combining marks and broken surrogates, at most
    MAX_LENGTH characters: of a longer text the first and the last 2,048.
    """
    text = cut(text)
    text = _MARKS.sub("", _INVISIBLE.sub("", text))
    if len(text) > MAX_LENGTH:
        text = text[: _HALF - 1] + " " + text[-_HALF:]
    return text.strip()


def canonical(text: str) -> str:
    """The form in which questions and phrasings are compared: narrow, lower case, simplified,
    letters without their marks, every run of punctuation a single space.
    """
    return _canonical(clean(text))


@lru_cache(_REMEMBERED)
def _canonical(cleaned: str) -> str:
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", cleaned))
    narrow = unicodedata.normalize("NFKC", bare).lower()[:MAX_LENGTH]
    return _BREAKS.sub(" ", _MARKS.sub("", simplified(narrow))).strip()


def simplified(text: str) -> str:
    """``text`` in simplified characters; if it is in traditional ones, Taiwan's words too."""
    if text.isascii() or text == converted("t2s", text):
        return text
    return converted("tw2sp", text)


def traditional(text: str) -> str:
    """``text`` in traditional characters, as they are written in Taiwan."""
    return converted("s2tw", text).replace("齣", "出")  # 任一出入境窗口 is no 一齣 of a play


def is_traditional(text: str) -> bool:
    """Whether more characters of ``text`` are only traditional than are only simplified."""
    count = _changed(text, "t2s")
    return count > 0 and count > _changed(text.replace("台", ""), "s2t")


def han_count(text: str) -> int:
    """How many Chinese characters ``text`` has."""
    return len(_HAN.findall(text))


def _changed(text: str, direction: str) -> int:
    return sum(one != other for one, other in zip(text, converted(direction, text), strict=False))
