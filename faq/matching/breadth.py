"""Too broad to answer: how likely a text means several entries alike, by how little it says."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass

import numpy as np

from faq.features import logit
from faq.schema.tables import BroadBorders


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells a broad text: its ``size`` (letters or words), how much it ``says`` by the rarity
    of its letters, pairs and words, how much what was ``learned`` speaks for the best entry, and
    the score of the ``third`` as a share of the best one's.
    """

    size: int
    says: float
    learned: float
    third: float


def chance(signs: Signs, borders: BroadBorders) -> float:
    """The chance that a text with these signs is too broad to answer."""
    weights = (borders.size, borders.says, borders.learned, borders.third)
    told = sum(sign * weight for sign, weight in zip(astuple(signs), weights, strict=True))
    return logit.chance(borders.intercept + told)


def fit(examples: Sequence[tuple[Signs, bool]]) -> BroadBorders:
    """The borders under which the chance is how often texts with such signs are broad."""
    given = np.array([[1.0, *map(float, astuple(signs))] for signs, _ in examples])
    found = logit.fit(given, np.array([float(is_broad) for _, is_broad in examples]))
    intercept, size, says, learned, third = found
    return BroadBorders(intercept=intercept, size=size, says=says, learned=learned, third=third)
