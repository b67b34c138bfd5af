"""Words that tell topics apart, and their pairs: object and action count together.

护照 and 丢了 each belong to many topics, the two together to few. A linear model adds up single
grams; the pair is a gram of its own to it.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from math import log

_MOST = 1000
_FEWEST = 10  # texts a word must be in to count
_PAIRED = 6  # of a long text, so many of the most telling words are paired


class Telling:
    """Telling words, the most telling first."""

    def __init__(self, words: Sequence[str]) -> None:
        self._ranks = {word: rank for rank, word in enumerate(words)}

    def pairs(self, grams: Sequence[str]) -> list[str]:
        """Each two of the most telling words among ``grams`` as one gram."""
        found = {gram for gram in grams if gram in self._ranks}
        most = sorted(found, key=self._ranks.__getitem__)[:_PAIRED]
        return [f"y:{one}|{two}" for one, two in combinations(sorted(most), 2)]


def mine(texts: Sequence[Sequence[str]], topics: Sequence[int]) -> tuple[str, ...]:
    """The pairs of letters and Latin words that tell most about the topic of a text: by the
    information they give, summed over the texts they are in (Kullback and Leibler 1951).
    """
    counted: dict[str, Counter[int]] = {}
    for grams, topic in zip(texts, topics, strict=True):
        for gram in dict.fromkeys(grams):
            if _is_word(gram):
                counted.setdefault(gram, Counter())[topic] += 1
    usual = {topic: count / len(topics) for topic, count in Counter(topics).items()}
    told = {gram: _told(by_topic, usual) for gram, by_topic in counted.items()}
    order = sorted((gram for gram in told if told[gram] > 0), key=lambda gram: (-told[gram], gram))
    return tuple(order[:_MOST])


def _is_word(gram: str) -> bool:
    if gram.startswith("w:"):
        return " " not in gram
    return len(gram) == 2 and gram[0] >= "\u3400"


def _told(by_topic: Counter[int], usual: dict[int, float]) -> float:
    texts = by_topic.total()
    if texts < _FEWEST:
        return 0.0
    return sum(count * log(count / texts / usual[topic]) for topic, count in by_topic.items())
