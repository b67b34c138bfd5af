"""The chance that a match is right, from the evidence for it."""

from collections.abc import Sequence

import numpy as np

from faq.features import logit
from faq.model import Evidence
from faq.schema.tables import Borders

_LEAST = 0.1
_LEAST_KNOWN = 0.45  # of a text that is stranger than that nothing is said


def confidence(evidence: Evidence, borders: Borders) -> float:
    """The chance of being right, between 0 and 1; where nothing speaks for a topic, none."""
    if max(evidence.learned, evidence.likeness) < _LEAST or evidence.known < _LEAST_KNOWN:
        return 0.0
    told = borders.margin * evidence.margin + borders.known * evidence.known
    return logit.chance(borders.intercept + told)


def fit(examples: Sequence[tuple[Evidence, bool]]) -> tuple[float, ...]:
    """The intercept and the weights of margin and known under which the confidence of best
    matches is how often they are right.
    """
    given = np.array([[1.0, one.margin, one.known] for one, _ in examples])
    return logit.fit(given, np.array([float(is_right) for _, is_right in examples]))
