"""Half a sentence or a whole one: a text that only follows something, by how it sounds.

How a text sounds is learnt from the examples of ``halves.yaml`` and from the phrasings, which are
whole; together with how well it matches and what it says besides, that is a chance.
"""

from collections.abc import Sequence
from dataclasses import astuple, dataclass

from faq.features.compact import Compact, compact
from faq.features.space import Vector
from faq.features.training import train
from faq.matching import chances
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
    return chances.chance(astuple(signs), borders)


def fit(examples: Sequence[tuple[Signs, bool]]) -> HalfBorders:
    """The borders under which the chance is how often texts with such signs are half ones."""
    return chances.fit([(astuple(signs), is_half) for signs, is_half in examples], HalfBorders)
