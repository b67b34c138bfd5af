"""A text as the screen reads it: nothing between Chinese letters, and where its clauses begin."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from faq.features.grams import placed
from faq.features.pinyin import Sounds
from faq.normalise import canonical, clean
from faq.safety.disguises import spelled

_SYMBOLS = re.compile("[\u20e3\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]+")
_JOINED = re.compile(r"[\u3041-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_KANA = re.compile(r"[\u3041-\u30fa\u30fc]+")
_LATIN = re.compile(r"[a-z]+")
_FEWEST = 3  # syllables of a typed text
_BY_EAR = 1.0  # the doubt of a text that is only heard: other letters may have been meant
_DRAWL = re.compile(r"(\S)\1{5,}")
_REMEMBERED = 8  # texts; each is read by both screens, for several purposes

Placed = list[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a text: its canonical letters, where clauses begin, and the placed grams;
    ``doubt`` is how much surer one must be of what is read so.
    """

    text: str
    cuts: tuple[int, ...]
    grams: Placed
    doubt: float = 0.0


def readings(text: str, sounds: Sounds) -> Iterator[Reading]:
    """The ways to read ``text``: as it stands, with signs for words, as it sounds when read aloud,
    and as typed sounds.
    """
    whole = read(text, sounds)
    yield whole
    heard = sound_grams(whole.grams)
    if len(heard) >= _FEWEST:
        yield Reading(whole.text, whole.cuts, heard, _BY_EAR)
    bare = clean(text)
    signs = spelled(bare)
    if signs != bare and whole.text:
        yield read(signs, sounds)
    if _LATIN.search(whole.text) and (spoken := _spoken(_plain(bare), sounds)):
        yield spoken


@lru_cache(_REMEMBERED)
def clauses(text: str) -> tuple[str, tuple[int, ...]]:
    """The letters of ``text`` with nothing between Chinese ones, and where its clauses begin."""
    return _joined(_plain(clean(text)))


def sound_grams(grams: Placed) -> Placed:
    """Of ``grams``, what is heard: the same for all letters that sound alike."""
    return [(at, gram) for at, gram in grams if gram.startswith("p:")]


@lru_cache(_REMEMBERED)
def read(text: str, sounds: Sounds) -> Reading:
    """The first reading of ``text``: as it stands."""
    letters, cuts = clauses(text)
    grams = placed(letters, sounds)
    for match in _KANA.finditer(letters):  # kana stand between Chinese letters, in words or endings
        run, start = match.group(), match.start()
        grams += enumerate((f"k:{one}{two}" for one, two in pairwise(run)), start)
    return Reading(letters, cuts, grams)


def _plain(bare: str) -> str:
    """A clean text in canonical letters, without emoji, what is between letters, and drawls."""
    gathered = _gathered(_SYMBOLS.sub("", _gathered(bare)))
    return " ".join(_DRAWL.sub(" ", canonical(gathered)).split())


def _gathered(text: str) -> str:
    """``text`` without the sign that stands after every letter of it, if there is one."""
    between = Counter(text[1::2]).most_common(1)
    if not between or len(text) < 5:
        return text
    sign, count = between[0]
    if sign.isalnum() or count * 5 < (len(text) // 2) * 4:
        return text
    return re.sub(f"(.){re.escape(sign)}", r"\1", text, flags=re.DOTALL)


def _joined(plain: str) -> tuple[str, tuple[int, ...]]:
    """A canonical text without the spaces between Chinese or Japanese letters."""
    cuts: list[int] = []
    text = ""
    for piece in plain.split(" "):
        if text and not (_JOINED.match(text[-1]) and _JOINED.match(piece)):
            text += " "
        cuts.append(len(text))
        text += piece
    return text, tuple(cuts)


def _spoken(plain: str, sounds: Sounds) -> Reading | None:
    """A text of nothing but typed syllables as what is heard; None if it is another text."""
    words = plain.split()
    split = [sounds.split(word) for word in words if _LATIN.fullmatch(word)]
    heard = [part for part in split if part]
    if sum(map(len, heard)) < _FEWEST or len(heard) * 5 < len(words) * 4:
        return None
    return Reading(plain, (0,), sound_grams(placed(plain, sounds)))
