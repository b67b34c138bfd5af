"""Which facet a question asks about: a classifier over its grams and its cue words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from faq.features.compact import Compact, compact
from faq.features.space import Floats, Vector
from faq.features.training import Course, train
from faq.matching.reading import Reading
from faq.model import Facet
from faq.normalise import canonical
from faq.words import Replacer

_FACETS = tuple(Facet)
_CUE = 0.5  # the share of a vector's length that one cue word has
_COURSE = Course(step=0.3)
# Most phrasings ask for the overview, so it is learnt too eagerly; with a cue word, less so.
_CUED = 1.0
_UNCUED = 0.55
_ASKED = 0.3
_USUAL = 0.1  # how much it counts how often a facet is asked of an entry, and of all
_STEADY = 20.0  # phrasings; of an entry with fewer mostly what holds of all counts
_REMEMBERED = 16  # texts; each is read for several purposes


class Cues:
    """Words that point to a facet; each facet is a gram of its own, numbered after the others.
    Those of the overview (怎么办) tell it from other facets, but ask for nothing in particular.
    """

    def __init__(self, words: Mapping[Facet, Sequence[str]], grams: int) -> None:
        self._facets: dict[str, set[int]] = {}
        for facet, cues in words.items():
            for cue in cues:
                self._facets.setdefault(canonical(cue), set()).add(grams + _FACETS.index(facet))
        self._overview = grams + _FACETS.index(Facet.OVERVIEW)
        asking = [word for word, found in self._facets.items() if found != {self._overview}]
        self._finder = Replacer(dict(zip(asking, asking, strict=True)))
        self._find = lru_cache(_REMEMBERED)(self._finder.find)
        every = Replacer({word: word for word in self._facets})
        self._find_every = lru_cache(_REMEMBERED)(every.find)
        self.grams = grams + len(_FACETS)

    def is_all(self, reading: Reading) -> bool:
        """Whether the text is hardly more than cue words: it asks a facet of nothing."""
        if not self._find(reading.plain):
            return False
        return sum(map(str.isalnum, self._finder.strip(reading.plain))) <= 1

    def are_in(self, plain: str) -> bool:
        """Whether a text without fillers has a cue word."""
        return bool(self._find(plain))

    def ask_overview(self, vector: Vector) -> bool:
        """Whether a text, with what ``add`` added, has a cue word of the overview."""
        return self._overview in vector.grams

    def add(self, reading: Reading, vector: Vector) -> Vector:
        """``vector`` with the facets whose cue words the text has as further grams."""
        found = {gram for word in self._find_every(reading.plain) for gram in self._facets[word]}
        if not found:
            return vector
        grams = np.concatenate([vector.grams, np.array(sorted(found), np.int32)])
        added = np.full(len(found), _CUE * vector.norm, np.float32)
        return Vector(
            grams, np.concatenate([vector.weights, added]), vector.total, vector.norm or 1.0
        )


@dataclass(frozen=True, slots=True)
class FacetModel:
    """Tells facets apart; ``usual`` has a row for each topic: what speaks for each facet of it
    whatever is asked.
    """

    cues: Cues
    classifier: Compact
    usual: Floats

    def scores(self, reading: Reading, vector: Vector) -> Floats:
        """What a text says for each facet; all zero if it says nothing."""
        cued = self.cues.add(reading, vector)
        scores = self.classifier.scores(cued)
        if scores.any():
            scores[_FACETS.index(Facet.OVERVIEW)] -= self._eager(vector, cued)
        return scores

    def _eager(self, vector: Vector, cued: Vector) -> float:
        if self.cues.ask_overview(cued):
            return _ASKED
        return _UNCUED if cued is vector else _CUED

    def best(self, scores: Floats, topic: int | None = None) -> Facet:
        """The facet that a text with these scores most likely asks about, of ``topic`` or of
        whatever it may be.
        """
        if not scores.any():
            return Facet.OVERVIEW
        usual = self.usual[topic] if topic is not None else np.float32(0.0)
        return _FACETS[int((scores + usual).argmax())]


def usual(asked: Iterable[tuple[int, Facet, int]], topics: int) -> Floats:
    """What speaks for each facet of each topic: how often its phrasings ask it, beside how often
    it is asked of all, as the log of the ratio; ``asked`` are topic, facet and number.
    """
    counts = np.zeros((topics, len(_FACETS)))
    for topic, facet, count in asked:
        counts[topic, _FACETS.index(facet)] += count
    every = (counts.sum(axis=0) + 1) / (counts.sum() + len(_FACETS))
    own = (counts + _STEADY * every) / (counts.sum(axis=1, keepdims=True) + _STEADY)
    found: Floats = (_USUAL * np.log(own / every)).astype(np.float32)
    return found


def learn(cues: Cues, known: Sequence[tuple[Facet, Reading, Vector]]) -> Compact:
    """Learn from phrasings whose facet is known."""
    vectors = [cues.add(reading, vector) for _, reading, vector in known]
    labels = [_FACETS.index(facet) for facet, _, _ in known]
    return compact(train(vectors, labels, (cues.grams, len(_FACETS)), _COURSE))
