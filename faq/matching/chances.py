"""From a few signs to a chance, by borders that have a weight for each sign in the same order."""

from collections.abc import Sequence
from typing import TypeVar

import numpy as np

from faq.features import logit
from faq.schema import Record

B = TypeVar("B", bound=Record)
Row = Sequence[float]


def chance(signs: Row, borders: Record) -> float:
    """The chance that ``signs`` stand for; they are as many as the weights of ``borders``."""
    intercept, *weights = (value for _, value in borders)
    told = sum(sign * weight for sign, weight in zip(signs, weights, strict=True))
    return logit.chance(intercept + told)


def fit(examples: Sequence[tuple[Row, bool]], borders: type[B]) -> B:
    """The ``borders`` under which the chance of such signs is how often it is so."""
    given = np.array([(1.0, *signs) for signs, _ in examples], np.float64)
    found = logit.fit(given, np.array([is_so for _, is_so in examples], np.float64))
    return borders(**dict(zip(borders.model_fields, found, strict=True)))
