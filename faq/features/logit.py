"""Logistic regression over a few columns, by Newton's method: what a chance rests on."""

from math import exp, log

import numpy as np
import numpy.typing as npt

_PULL = 0.05  # towards weights of nothing, so that a handful of examples gives no certainty
_STEPS = 50
_FURTHEST = 30.0  # beyond this a logit says nothing more, and exp would overflow


def chance(logit: float) -> float:
    """The chance, between 0 and 1, that ``logit`` stands for."""
    return 1.0 / (1.0 + exp(-max(-_FURTHEST, min(_FURTHEST, logit))))


def odds(chance: float) -> float:
    """The logit that stands for ``chance``, between its furthest values."""
    least = 1.0 / (1.0 + exp(_FURTHEST))
    held = min(max(chance, least), 1.0 - least)
    return log(held / (1.0 - held))


def fit(given: npt.NDArray[np.float64], right: npt.NDArray[np.float64]) -> tuple[float, ...]:
    """The weights of the columns of ``given``, the first of which is all ones, under which the
    chances are those of ``right`` (0 or 1 a row).
    """
    columns = given.shape[1]
    pull = np.diag([0.0] + [_PULL] * (columns - 1))
    weights = np.zeros(columns)
    for _ in range(_STEPS):
        chances = 1.0 / (1.0 + np.exp(-np.clip(given @ weights, -_FURTHEST, _FURTHEST)))
        slope = given.T @ (chances - right) + pull @ weights
        bend = (given * (chances * (1 - chances))[:, None]).T @ given + pull
        weights -= np.linalg.solve(bend + 1e-6 * np.eye(columns), slope)
    return tuple(round(float(one), 3) for one in weights)
