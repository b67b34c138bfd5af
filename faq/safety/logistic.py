"""A multinomial logistic regression over sparse rows, by limited-memory BFGS; no randomness.

Nocedal and Wright, "Numerical Optimization", algorithms 7.4 and 3.1.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

_MEMORY = 8


@dataclass(frozen=True, slots=True)
class Rows:
    """Sparse rows: those of row ``r`` are ``starts[r]:starts[r + 1]``; none is empty."""

    starts: Ints
    columns: Ints
    values: Floats
    width: int


@dataclass(frozen=True, slots=True)
class Regression:
    """A weight a column and class, and what a class has before anything is known."""

    weights: Floats
    before: Floats


def fit(rows: Rows, labels: Ints, *, strength: float, rounds: int = 120) -> Regression:
    """The regression that tells ``labels`` apart; ``strength`` is how much mistakes count against
    large weights.
    """
    classes = int(labels.max()) + 1
    loss = _Loss(rows, labels, np.float32(strength), classes)
    found = _minimise(loss, np.zeros((rows.width + 1) * classes, np.float32), rounds)
    whole = found.reshape(rows.width + 1, classes)
    return Regression(whole[:-1].copy(), whole[-1].copy())


class _Loss:
    """The loss and its gradient at given weights; the last row of weights is ``before``."""

    def __init__(self, rows: Rows, labels: Ints, strength: np.float32, classes: int) -> None:
        self._rows, self._labels, self._classes = rows, labels, classes
        self._strength = strength
        order = np.argsort(rows.columns, kind="stable")
        owner = np.repeat(np.arange(len(labels)), np.diff(rows.starts))
        self._owners, self._values = owner[order], rows.values[order]
        self._used, self._firsts = np.unique(rows.columns[order], return_index=True)

    def __call__(self, flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(-1, self._classes)
        scores = self._scores(weights)
        scores -= scores.max(axis=1, keepdims=True)
        shares = np.exp(scores)
        shares /= shares.sum(axis=1, keepdims=True)
        at = np.arange(len(self._labels))
        right = shares[at, self._labels]
        loss = -float(self._strength * np.log(np.maximum(right, 1e-12)).sum())
        shares[at, self._labels] -= 1.0
        shares *= self._strength
        gradient = np.zeros_like(weights)
        for kind, share in enumerate(np.ascontiguousarray(shares.T)):
            pulled = np.add.reduceat(share[self._owners] * self._values, self._firsts)
            gradient[self._used, kind] = pulled
        gradient[:-1] += weights[:-1]
        gradient[-1] = shares.sum(axis=0)
        loss += 0.5 * float((weights[:-1] ** 2).sum())
        return loss, gradient.ravel()

    def _scores(self, weights: Floats) -> Floats:
        """The scores of each row by class: class after class, as adding up rows of a table takes
        more than twice the time and the memory of all of them.
        """
        rows = self._rows
        scores = np.empty((len(self._labels), self._classes), np.float32)
        for kind, each in enumerate(np.ascontiguousarray(weights.T)):
            told = np.add.reduceat(each[rows.columns] * rows.values, rows.starts[:-1])
            scores[:, kind] = told + each[-1]
        return scores


def _minimise(loss: Callable[[Floats], tuple[float, Floats]], start: Floats, rounds: int) -> Floats:
    at = start
    value, gradient = loss(at)
    past: list[tuple[Floats, Floats, float]] = []
    for _ in range(rounds):
        way = _direction(gradient, past)
        slope = float(gradient @ way)
        step = 1.0 if past else 1.0 / max(1.0, float(np.abs(gradient).max()))
        for _ in range(20):
            there = at + np.float32(step) * way
            new_value, new_gradient = loss(there)
            if new_value <= value + 1e-4 * step * slope:
                break
            step *= 0.5
        else:
            break
        moved, turned = there - at, new_gradient - gradient
        if (curve := float(moved @ turned)) > 1e-10:
            past = [*past[-_MEMORY + 1 :], (moved, turned, 1.0 / curve)]
        if value - new_value < 1e-5 * value:
            return there
        at, value, gradient = there, new_value, new_gradient
    return at


def _direction(gradient: Floats, past: list[tuple[Floats, Floats, float]]) -> Floats:
    way = -gradient
    shares = []
    for moved, turned, scale in reversed(past):
        share = scale * float(moved @ way)
        way = way - np.float32(share) * turned
        shares.append(share)
    if past:
        moved, turned, scale = past[-1]
        way = way * np.float32(1.0 / (scale * float(turned @ turned)))
    for (moved, turned, scale), share in zip(past, reversed(shares), strict=True):
        way = way + np.float32(share - scale * float(turned @ way)) * moved
    return way
