"""Half a sentence or a whole one: a text that only follows something, by how it sounds.

How a text sounds is learnt from the examples of ``halves.yaml`` and from the phrasings, which are
whole; together with how well it matches and what it says besides, that is a chance.
"""

from collections.abc import Sequence
from dataclasses import astuple, dataclass

import numpy as np

from faq.features import logit
from faq.features.compact import Compact, compact
from faq.features.space import Vector
from faq.features.training import train
from faq.schema.tables import HalfBorders

_WHOLE, _HALF = range(2)


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells half a sentence: how much more it ``sounds`` like one than like a whole one, the
    ``score`` and ``margin`` of its best match, the ``size`` of what it says besides the small
    words (letters or words), whether it ``names`` an object.
    """

    sounds: float
    score: float
    margin: float
    size: int
    names: bool


def learn(half: Sequence[Vector], whole: Sequence[Vector], grams: int) -> Compact:
    """Learn from texts of either sort."""
    labels = [_HALF] * len(half) + [_WHOLE] * len(whole)
    return compact(train([*half, *whole], labels, (grams, 2)))


def sounds(learned: Compact, text: Vector) -> float:
    """How much more ``text`` sounds like half a sentence than like a whole one."""
    scores = learned.scores(text)
    return float(scores[_HALF] - scores[_WHOLE])


def chance(signs: Signs, borders: HalfBorders) -> float:
    """The chance that a text with these signs is half a sentence."""
    weights = (borders.sounds, borders.score, borders.margin, borders.size, borders.names)
    told = sum(sign * weight for sign, weight in zip(astuple(signs), weights, strict=True))
    return logit.chance(borders.intercept + told)


def fit(examples: Sequence[tuple[Signs, bool]]) -> HalfBorders:
    """The borders under which the chance is how often texts with such signs are half ones."""
    given = np.array([[1.0, *map(float, astuple(signs))] for signs, _ in examples])
    found = logit.fit(given, np.array([float(is_half) for _, is_half in examples]))
    intercept, sounds, score, margin, size, names = found
    return HalfBorders(
        intercept=intercept, sounds=sounds, score=score, margin=margin, size=size, names=names
    )
