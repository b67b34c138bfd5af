"""Homophones a phone keyboard makes, read as the words they sound like: 落沪 as 落户.

A pair of Chinese letters that hardly any known text contains is read as the pair of the same sound
that most known texts contain. The result is a second reading beside the text as typed, never
instead of it: pairs may be rare without being wrong.
"""

import re
from itertools import pairwise
from math import exp, log

import numpy as np

from faq.features.pinyin import Sounds
from faq.features.space import Space

_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_PAIR = 6  # bytes of two letters of a run
_FEWEST = 12  # texts that must contain a pair before a rare one is read as it
_RARE = 2  # texts that may contain a pair that is read as another: phrasings have typing errors too


class Repairer:
    """Knows the pairs of letters of a space, and which of them is most common for each sound."""

    def __init__(self, space: Space, sounds: Sounds) -> None:
        self._sounds = sounds
        texts = space.numbers.texts
        known = np.flatnonzero(space.idf < space.unknown - log(_RARE + 0.5))
        known = known[texts.sizes(known) == _PAIR]
        counts = {
            gram: exp(space.unknown - idf)
            for gram, idf in zip(texts.several(known), space.idf[known].tolist(), strict=True)
            if len(gram) == 2 and _RUN.fullmatch(gram)
        }
        self._known = np.sort(np.fromiter(map(_code, counts), np.uint32, len(counts)))
        self._common: dict[str, tuple[float, str]] = {}
        for gram, count in counts.items():
            for sound in sounds.pairs(gram) if count >= _FEWEST else ():
                self._common[sound] = max(self._common.get(sound, (0.0, "")), (count, gram))

    def _is_known(self, pair: str) -> bool:
        code = _code(pair)
        at = int(self._known.searchsorted(code))
        return at < len(self._known) and int(self._known[at]) == code

    def repair(self, text: str) -> str:
        """``text`` with unknown pairs replaced, the pair that is most common first."""
        letters = list(text)
        fixed = [False] * len(text)
        for _, at, pair in sorted(self._candidates(text)):
            both = (at, at + 1)
            if self._is_known("".join(letters[one] for one in both)):
                continue
            if any(fixed[one] and letters[one] != pair[one - at] for one in both):
                continue
            for one in both:
                letters[one], fixed[one] = pair[one - at], True
        return "".join(letters)

    def _candidates(self, text: str) -> list[tuple[float, int, str]]:
        found = []
        for run in _RUN.finditer(text):
            for at, (one, two) in enumerate(pairwise(run.group()), run.start()):
                if self._is_known(one + two):
                    continue
                for sound in self._sounds.pairs(one + two):
                    if sound in self._common:
                        count, pair = self._common[sound]
                        found.append((-count, at, pair))
        return found


def _code(pair: str) -> int:
    """Two letters as one number, a seventh of the memory: all letters of a run have 16 bits."""
    return ord(pair[0]) << 16 | ord(pair[1])
