"""How Chinese sounds, roughly: what makes 身分政 and shenfenzheng like 身份证.

Syllables have no tone, and zh/z, ch/c, sh/s and -ng/-n are one, as phone keyboards and southern
and north-eastern speakers mix them.
"""

import re
import unicodedata
from collections.abc import Mapping
from copy import copy
from functools import lru_cache
from itertools import pairwise

_LONGEST = 6
_RETROFLEX = re.compile(r"^([zcs])h")
_TONES = re.compile("[\u0300-\u036f]")
_LETTERS = re.compile(r"[a-z]+")
_FIRST, _LAST = 0x4E00, 0x9FA5

Table = Mapping[str, str]


@lru_cache(maxsize=1)
def table() -> Table:
    """The syllable of every common character; takes pypinyin's table, so call it when learning."""
    from pypinyin.constants import PINYIN_DICT  # noqa: PLC0415 - answering does without it

    found = {}
    for code in range(_FIRST, _LAST + 1):
        marked = PINYIN_DICT.get(code, "").partition(",")[0]
        sound = _TONES.sub("", unicodedata.normalize("NFD", marked))
        if _LETTERS.fullmatch(sound):
            found[chr(code)] = sound
    return found


class Sounds:
    """Reads texts as syllables."""

    def __init__(self, syllables: Table) -> None:
        self._rough = {letter: _roughly(sound) for letter, sound in syllables.items()}
        self._known = frozenset(syllables.values())
        # Of a copy: remembering its own method, it would hold itself when it is replaced.
        self.split = lru_cache(maxsize=4096)(copy(self)._split)

    def pairs(self, run: str) -> list[str]:
        """The syllables of each two neighbouring Chinese letters that both have one."""
        spoken = [self._rough.get(letter, "") for letter in run]
        return [f"{one} {two}" for one, two in pairwise(spoken) if one and two]

    def _split(self, word: str) -> tuple[str, ...]:
        """A word in Latin letters as the fewest syllables; nothing if it is none."""
        best: dict[int, tuple[str, ...]] = {0: ()}
        for end in range(1, len(word) + 1):
            for start in range(max(0, end - _LONGEST), end):
                if start in best and word[start:end] in self._known:
                    longer = (*best[start], word[start:end])
                    if end not in best or len(longer) < len(best[end]):
                        best[end] = longer
        return tuple(_roughly(sound) for sound in best.get(len(word), ()))


@lru_cache(maxsize=4096)  # the same syllable, the same object
def _roughly(sound: str) -> str:
    return _RETROFLEX.sub(r"\1", sound).replace("ng", "n")
