"""Canonical text to grams: Chinese letters single and in pairs, Latin words whole and by stem."""

import re
from dataclasses import dataclass

from faq.normalise import canonical
from faq.schema.tables import WordsFile
from faq.words import Replacer, synonyms

_RUN = re.compile(
    r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+|[^\W_\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+"
)
_SUFFIX = re.compile(r"(?:ing|ied|ies|es|ed|s|e)$")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as the matcher reads it: ``plain`` without fillers, ``text`` with synonyms merged
    besides, and the grams of that.
    """

    plain: str
    text: str
    grams: tuple[str, ...]


class Reader:
    """Reads questions and phrasings in the same way."""

    def __init__(self, words: WordsFile) -> None:
        self._fillers = Replacer({canonical(filler): " " for filler in words.fillers})
        self._synonyms = synonyms(
            tuple(canonical(word) for word in group) for group in words.synonyms
        )

    def read(self, text: str) -> Reading:
        """The reading of ``text``; a text of nothing but fillers keeps them."""
        plain = canonical(text)
        stripped = " ".join(self._fillers.apply(plain).split())
        if len(stripped) < 2:
            stripped = plain
        merged = self._synonyms.apply(stripped)
        return Reading(stripped, merged, grams(merged))


def grams(text: str) -> tuple[str, ...]:
    """The grams of a canonical text, in order, repeated ones repeated."""
    found: list[str] = []
    previous = ""
    for run in _RUN.findall(text):
        if run[0] >= "\u3400":
            found += run
            found += (run[at : at + 2] for at in range(len(run) - 1))
            previous = ""
        else:
            stem = _stem(run)
            found.append(f"w:{stem}")
            if previous:
                found.append(f"w:{previous} {stem}")
            previous = stem
    return tuple(found)


def _stem(word: str) -> str:
    return _SUFFIX.sub("", word) if len(word) > 4 and word.isalpha() else word
