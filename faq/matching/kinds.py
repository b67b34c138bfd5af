"""Kinds of things: what a word stands for, so that a phrasing about one wallet fits any lost bag.

A question names things that no phrasing names; the kind they are of is a gram of its own, and so
is each two kinds that stand in one text (a lost thing, a train to catch).
"""

from collections.abc import Mapping, Sequence
from itertools import combinations

from faq.normalise import canonical
from faq.words import is_whole

_MOST = 8  # kinds of one text that are paired, in the order in which they are named
_NEGATORS = ("不是", "并非", "没", "没有", "不用", "除了", "而非", "not ", "except ", "no ")


class Kinds:
    """Finds the kinds of the words in a text; words of several kinds may overlap."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self._by_first: dict[str, list[tuple[str, str]]] = {}
        for kind, ones in words.items():
            for word in filter(None, map(canonical, ones)):
                self._by_first.setdefault(word[0], []).append((word, kind))

    def find(self, plain: str) -> tuple[str, ...]:
        """The kinds named in a canonical text, in order; one that is denied (没丢) is another."""
        found: dict[str, None] = {}
        for at, letter in enumerate(plain):
            for word, kind in self._by_first.get(letter, ()):
                if plain.startswith(word, at) and is_whole(plain, at, word):
                    is_denied = plain.endswith(_NEGATORS, 0, at)
                    found.setdefault(f"not {kind}" if is_denied else kind)
        return tuple(found)

    def grams(self, plain: str) -> list[str]:
        """A gram for each kind named, and one for each two of the first few."""
        found = self.find(plain)
        pairs = combinations(sorted(found[:_MOST]), 2)
        return [*(f"k:{kind}" for kind in found), *(f"k:{one}|{two}" for one, two in pairs)]
