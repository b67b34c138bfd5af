"""Trains a linear classifier: averaged passive-aggressive, in seconds, same every time.

Crammer et al. 2006, "Online Passive-Aggressive Algorithms" (PA-I, multiclass); averaged over all
steps as in Freund and Schapire 1999. What it learns from its errors may be joined by what plain
counting says (``odds``).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from faq.features import odds
from faq.features.classifier import Classifier
from faq.features.rows import example, numbered
from faq.features.space import Floats, Ints, Vector

Marks = npt.NDArray[np.bool_]  # one for each example
_EPOCHS = 4
_LAST = 2  # of them, from which what is hard is told
_LEAST = 0.03  # most weights are smaller; without them one question in 2,000 is ranked worse


@dataclass(frozen=True, slots=True)
class Course:
    """How to learn: ``step`` bounds how far one example may move the weights; grams in fewer than
    ``rarest`` vectors are left out; ``counted`` is how much the log odds of grams count besides;
    the mean of several ``orders`` of the examples is right a point more often than one by itself.
    """

    step: float = 1.0
    rarest: int = 2
    counted: float = 0.0
    orders: int = 3


USUAL = Course()


def train(
    vectors: Sequence[Vector],
    labels: Sequence[int],
    size: tuple[int, int],
    course: Course = USUAL,
) -> Classifier:
    """Learn to tell labels apart; ``size`` is the number of grams and of classes."""
    return train_with_hard(vectors, labels, size, course)[0]


def train_with_hard(
    vectors: Sequence[Vector],
    labels: Sequence[int],
    size: tuple[int, int],
    course: Course = USUAL,
) -> tuple[Classifier, Marks]:
    """The same, and which of ``vectors`` are hard: from them it still learnt in each of its last
    rounds, in every order, so that they lie at the borders between classes.
    """
    grams, classes = size
    kept, rows = numbered(vectors, grams, course.rarest)
    examples = [
        (*example(vector, rows), label) for vector, label in zip(vectors, labels, strict=True)
    ]
    whole = np.zeros((len(kept), classes), np.float32)
    hard = np.ones(len(examples), np.bool_)
    for seed in range(1, course.orders + 1):
        weights, is_learnt = _average(examples, whole.shape, (seed, course.step))
        whole += weights
        hard &= is_learnt
    whole /= np.float32(course.orders)
    usual = np.zeros(classes, np.float32)
    if course.counted:
        told = odds.count([known for known, _, _ in examples], labels, whole.shape)
        whole[told.grams, told.classes] += np.float32(course.counted) * told.weights
        usual += np.float32(course.counted) * told.usual
    return _sparse(whole, kept, grams, usual), hard


def _average(
    examples: Sequence[tuple[Ints, Floats, int]], shape: tuple[int, int], how: tuple[int, float]
) -> tuple[Floats, Marks]:
    """The weights averaged over every step of one training, in the order a seed gives, and from
    which examples there was something to learn in each of its last rounds.
    """
    seed, step = how
    weights = np.zeros(shape, np.float32)
    drift = np.zeros_like(weights)
    is_learnt = np.zeros((_EPOCHS, len(examples)), np.bool_)
    order = np.random.default_rng(seed)
    seen = 1
    for epoch in range(_EPOCHS):
        for at in order.permutation(len(examples)):
            is_learnt[epoch, at] = _learn(weights, drift, examples[at], (seen, step))
            seen += 1
    drift /= np.float32(seen)
    weights -= drift
    return weights, np.logical_and.reduce(is_learnt[-_LAST:])


def _learn(
    weights: Floats, drift: Floats, lesson: tuple[Ints, Floats, int], pace: tuple[int, float]
) -> bool:
    """Learn from an example; whether there was something to learn."""
    rows, values, label = lesson
    if not len(rows):
        return False
    scores = (weights[rows] * values[:, None]).sum(axis=0)
    right = float(scores[label])
    scores[label] = -1e30
    rival = int(scores.argmax())
    loss = 1.0 - right + float(scores[rival])
    if loss <= 0:
        return False
    seen, step = pace
    move = values * np.float32(min(step, loss / (2.0 * float(values @ values))))
    weights[rows, label] += move
    weights[rows, rival] -= move
    drift[rows, label] += move * np.float32(seen)
    drift[rows, rival] -= move * np.float32(seen)
    return True


def _sparse(
    weights: Floats, kept: npt.NDArray[np.integer], grams: int, usual: Floats
) -> Classifier:
    rows, columns = np.nonzero((weights > _LEAST) | (weights < -_LEAST))
    starts = np.zeros(grams + 1, np.int32)
    starts[1:] = np.cumsum(np.bincount(kept[rows], minlength=grams))
    found = weights[rows, columns].astype(np.float16)
    return Classifier(weights.shape[1], starts, columns.astype(np.int16), found, usual)
