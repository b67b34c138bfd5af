"""The space texts are compared in: a number and a weight for every gram we know."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt

import numpy as np
import numpy.typing as npt

from faq.features.numbers import Numbers, number

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Vector:
    """A text in the space: its known grams with their weights (raw, not scaled).

    ``total`` and ``norm`` are the sum and the Euclidean length of all its weights, unknown grams
    included, so that a question full of foreign words is not mistaken for the few it shares.
    """

    grams: Ints
    weights: Floats
    total: float
    norm: float

    @property
    def known(self) -> float:
        """The share of the text's weight that is in known grams (0 to 1)."""
        return float(self.weights.sum()) / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Space:
    """Known grams by number, and their inverse document frequencies."""

    numbers: Numbers
    idf: Floats
    unknown: float

    def vector(self, grams: Sequence[str]) -> Vector:
        """The vector of a text's grams, repetition damped."""
        counts = Counter(grams)
        numbers = self.numbers.find(list(counts))
        known = numbers >= 0
        weights = np.array([1.0 + log(count) for count in counts.values()])
        weights[known] *= self.idf[numbers[known]]
        weights[~known] *= self.unknown
        every = weights.tolist()  # added up in order, so that every machine has the same sum
        return Vector(
            numbers[known],
            weights[known].astype(np.float32),
            sum(every),
            sqrt(sum(weight * weight for weight in every)),
        )


def span(documents: Sequence[Sequence[str]]) -> Space:
    """The space of a collection; grams are numbered in the order of their first appearance."""
    frequency = Counter(gram for document in documents for gram in dict.fromkeys(document))
    size = len(documents) + 1
    idf = np.array([log(size / count) for count in frequency.values()], np.float32)
    return Space(number(frequency), idf, log(size))
