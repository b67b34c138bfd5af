"""Questions and phrasings as the matcher reads them."""

import re
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from functools import lru_cache

from faq.features.grams import grams
from faq.features.pinyin import Sounds, Table
from faq.matching.foreign import Glossary
from faq.matching.kinds import Kinds
from faq.matching.telling import Telling
from faq.normalise import canonical
from faq.schema.tables import WordsFile
from faq.words import Replacer, synonyms

_REMEMBERED = 32  # readings; a question is read for several purposes
# How a follow-up begins, and how a short one ends.
_MARK = re.compile(
    r"^(?:那|再|还|我[说问指]的?是|and\b|what about|how about|then\b)|^.{1,6}呢$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as the matcher reads it: ``plain`` without fillers, ``text`` with synonyms merged
    besides, and the grams of that with the kinds of things that are named; ``is_marked``: put as
    what follows something is (那…, 我说的是…, 飞机呢).
    """

    plain: str
    text: str
    grams: tuple[str, ...]
    is_marked: bool = False


class Reader:
    """Reads questions and phrasings in the same way; pairs of ``telling`` words are grams too."""

    def __init__(self, words: WordsFile, syllables: Table, telling: Sequence[str] = ()) -> None:
        self._glossary = Glossary(words.foreign)
        self._fillers = Replacer({canonical(filler): " " for filler in words.fillers})
        self._synonyms = synonyms(
            tuple(canonical(word) for word in group) for group in words.synonyms
        )
        self.sounds = Sounds(syllables)
        self._telling = Telling(telling)
        self._kinds = Kinds(words.kinds)
        # Of copies: remembering its own methods, the reader would hold itself when it is replaced.
        self.plain = lru_cache(_REMEMBERED)(copy(self)._plain)
        self.merged = lru_cache(_REMEMBERED)(copy(self)._merged)
        self.read = lru_cache(_REMEMBERED)(copy(self)._read)

    def _plain(self, text: str) -> str:
        """``text`` without fillers; a text of nothing else keeps them."""
        plain = self._glossary.apply(canonical(text))
        stripped = " ".join(self._fillers.apply(plain).split())
        return stripped if len(stripped) > 1 else plain

    def _merged(self, text: str) -> str:
        """The same with synonyms merged."""
        return self._synonyms.apply(self.plain(text))

    def _read(self, text: str) -> Reading:
        """The reading of ``text``."""
        plain, merged = self.plain(text), self.merged(text)
        found = grams(merged, self.sounds)
        kinds = self._kinds.grams(plain)
        is_marked = _MARK.search(canonical(text)) is not None
        return Reading(plain, merged, (*found, *self._telling.pairs(found), *kinds), is_marked)
