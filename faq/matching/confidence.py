"""The chance that a match is right, from the evidence for it."""

from collections.abc import Sequence
from math import exp

import numpy as np

from faq.model import Evidence
from faq.schema.tables import Borders

_PULL = 0.05  # towards weights of nothing, so that a handful of examples gives no certainty
_STEPS = 50
_LEAST = 0.1
_LEAST_KNOWN = 0.2  # of a text that is stranger than that nothing is said
_FURTHEST = 30.0  # beyond this a logit says nothing more, and exp would overflow


def confidence(evidence: Evidence, borders: Borders) -> float:
    """The chance of being right, between 0 and 1; where nothing speaks for a topic, none."""
    if max(evidence.learned, evidence.likeness) < _LEAST or evidence.known < _LEAST_KNOWN:
        return 0.0
    logit = borders.intercept + borders.margin * evidence.margin + borders.known * evidence.known
    return 1.0 / (1.0 + exp(-max(-_FURTHEST, min(_FURTHEST, logit))))


def fit(examples: Sequence[tuple[Evidence, bool]], fitted_on: str) -> Borders:
    """The borders under which the confidence of best matches is how often they are right: a
    logistic regression by Newton's method; ``fitted_on`` names the content and the questions.
    """
    given = np.array([[1.0, one.margin, one.known] for one, _ in examples])
    right = np.array([float(is_right) for _, is_right in examples])
    pull = np.diag([0.0, _PULL, _PULL])
    weights = np.zeros(3)
    for _ in range(_STEPS):
        chance = 1.0 / (1.0 + np.exp(-np.clip(given @ weights, -_FURTHEST, _FURTHEST)))
        slope = given.T @ (chance - right) + pull @ weights
        bend = (given * (chance * (1 - chance))[:, None]).T @ given + pull
        weights -= np.linalg.solve(bend + 1e-6 * np.eye(3), slope)
    intercept, margin, known = (round(float(one), 3) for one in weights)
    return Borders(
        intercept=intercept,
        margin=margin,
        known=known,
        questions=len(examples),
        fitted_on=fitted_on,
    )
