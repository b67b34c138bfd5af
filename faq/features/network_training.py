"""Teaches a network over grams: gradient descent in small batches, the same on every machine.

Points learn by plain steps, so that grams that are often read learn most; the layer above them by
Adam. Some grams and some of the layer are left out at each step (dropout,
Srivastava et al. 2014) and labels are not taken as quite certain (Szegedy et al. 2016), so that it
does not learn the lessons by heart.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from faq.features.adam import Adam, Doubles
from faq.features.network import Network
from faq.features.rows import Example, example, numbered
from faq.features.space import Floats, Ints, Vector

_WIDTH = 128
_ROUNDS, _BATCH = 4, 256
_RAREST = 8  # grams in fewer texts have no point: too few steps to move it from where it began
_SPREAD = np.float32(0.1)  # of the points at first
_RATE, _RATE_ABOVE = 2.0, 4e-3  # of the points and of what is above them; falls to a tenth
_NO_GRAM, _NO_PART = 0.2, 0.3  # the shares that are left out
_DOUBT = 0.05  # what of a label is given to all classes
_DIGITS = 6  # kept of sums, so that the order in which a machine adds does not show
_SEED = 1
_MOST = 127


class Above:
    """What is above the points: the sum's own numbers, the weights of the classes, the usual."""

    def __init__(self, classes: int, random: np.random.Generator) -> None:
        bound = _WIDTH**-0.5
        self.before = Adam(np.zeros(_WIDTH))
        self.weights = Adam(random.uniform(-bound, bound, (_WIDTH, classes)))
        self.usual = Adam(np.zeros(classes))
        self._random = random

    def learn(self, sums: Floats, labels: Ints, rate: float) -> Floats:
        """Learn from the ``sums`` of a batch; the slope of each."""
        summed = sums + self.before.values
        left = self._random.random(summed.shape, np.float32) >= _NO_PART
        passes = left * (summed > 0) / (1 - _NO_PART)
        hidden = summed * passes
        missed = self._missed(hidden, labels)
        back = _steady(missed @ self.weights.values.T) * passes
        self.weights.step(_steady(hidden.T @ missed) / len(labels), rate)
        self.usual.step(missed.mean(axis=0), rate)
        self.before.step(back.mean(axis=0), rate)
        return back.astype(np.float32)

    def _missed(self, hidden: Doubles, labels: Ints) -> Doubles:
        """How far the chance of each class is from what it should be."""
        told = _steady(hidden @ self.weights.values) + self.usual.values
        chances = np.exp(told - told.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        missed = chances - _DOUBT / told.shape[1]
        missed[np.arange(len(labels)), labels] -= 1 - _DOUBT
        return _steady(missed)


def train(vectors: Sequence[Vector], labels: Sequence[int], size: tuple[int, int]) -> Network:
    """Learn how likely each label is; ``size`` is the number of grams and of classes."""
    grams, classes = size
    random = np.random.default_rng(_SEED)
    kept, rows = numbered(vectors, grams, _RAREST)
    examples = [example(vector, rows) for vector in vectors]
    wanted = np.asarray(labels, np.int32)
    points = random.standard_normal((len(kept), _WIDTH), np.float32) * _SPREAD
    above = Above(classes, random)
    for batch, share in _batches(len(examples), random):
        read = [_dropped(examples[number], random) for number in batch.tolist()]
        sums = np.stack([(points[at] * counts[:, None]).sum(axis=0) for at, counts in read])
        slopes = above.learn(sums, wanted[batch], _RATE_ABOVE * share)
        rate = np.float32(_RATE * share)
        for (at, counts), slope in zip(read, slopes, strict=True):
            points[at] -= (counts * rate)[:, None] * slope
    return _rounded(rows, points, above)


def _batches(count: int, random: np.random.Generator) -> Iterator[tuple[Ints, float]]:
    """The numbers of the examples of each batch, and the share of the rate it learns at."""
    total = _ROUNDS * count
    for done in range(0, total, count or 1):
        order = random.permutation(count)
        for start in range(0, count, _BATCH):
            yield order[start : start + _BATCH].astype(np.int32), 1 - 0.9 * (done + start) / total


def _dropped(whole: Example, random: np.random.Generator) -> Example:
    rows, counts = whole
    left = random.random(len(rows), np.float32) >= _NO_GRAM
    return rows[left], counts[left] / np.float32(1 - _NO_GRAM)


def _rounded(rows: Ints, points: Floats, above: Above) -> Network:
    largest = np.abs(points).max(axis=1, initial=1e-9)
    scale = (largest / _MOST).astype(np.float32)
    return Network(
        rows=rows,
        points=np.rint(points / scale[:, None]).astype(np.int8),
        scale=scale,
        before=above.before.values.astype(np.float32),
        weights=above.weights.values.astype(np.float32),
        usual=above.usual.values.astype(np.float32),
    )


def _steady(sums: Doubles) -> Doubles:
    rounded: Doubles = np.round(sums, _DIGITS)
    return rounded
