"""Canonical text to grams: what a text is compared by."""

import re
from collections.abc import Iterable
from itertools import pairwise

from faq.features.pinyin import Sounds

_RUN = re.compile(
    r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+|[^\W_\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+"
)
_PIECE = 4
_READ_INTO = ("p:", "c:", "y:")
_SUFFIX = re.compile(r"(?:ing|ied|ies|es|ed|s|e)$")


def grams(text: str, sounds: Sounds) -> tuple[str, ...]:
    """The grams of a canonical text, in order, repeated ones repeated: Chinese letters and their
    pairs, the pairs' sounds, Latin words with their pairs, pieces and sounds.
    """
    return tuple(gram for _, gram in placed(text, sounds))


def written(found: Iterable[str]) -> tuple[str, ...]:
    """The grams that stand in the text as they are: letters, their pairs and words, not sounds,
    pieces or what was found together.
    """
    return tuple(gram for gram in found if not gram.startswith(_READ_INTO))


def placed(text: str, sounds: Sounds) -> list[tuple[int, str]]:
    """The grams of a canonical text as ``grams`` gives them, each after where it begins."""
    found: list[tuple[int, str]] = []
    previous = ""
    spoken: list[tuple[int, str]] = []
    for match in _RUN.finditer(text):
        run, start = match.group(), match.start()
        if run[0] >= "\u3400":
            found += enumerate(run, start)
            found += enumerate((one + two for one, two in pairwise(run)), start)
            found += enumerate((f"p:{pair}" for pair in sounds.pairs(run)), start)
            previous = ""
            continue
        stem = _stem(run)
        found.append((start, f"w:{stem}"))
        if previous:
            found.append((start, f"w:{previous} {stem}"))
        previous = stem
        found += ((start, piece) for piece in _pieces(run))
        spoken += ((start, sound) for sound in sounds.split(run))
    found += ((at, f"p:{one} {two}") for (at, one), (_, two) in pairwise(spoken))
    return found


def _pieces(word: str) -> list[str]:
    """Four letters at a time, so that a misspelt word still shares most of itself."""
    if len(word) < _PIECE or not word.isalpha():
        return []
    marked = f"^{word}$"
    return [f"c:{marked[at : at + _PIECE]}" for at in range(len(marked) - _PIECE + 1)]


def _stem(word: str) -> str:
    return _SUFFIX.sub("", word) if len(word) > _PIECE and word.isalpha() else word
