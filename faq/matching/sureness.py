"""How surely a text that follows nothing asks what its best match answers, all signs together."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass

import numpy as np

from faq.features import logit
from faq.model import Evidence
from faq.schema.tables import SureBorders

_MOST = 2.0  # a margin; more says no more


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells how surely: the ``margin`` of the best match and how ``likely`` the network finds
    it; the log odds that the text is ``half`` a sentence and that it is too ``broad``.
    """

    margin: float
    likely: float
    half: float
    broad: float


def signs(best: Evidence, half: float, broad: float) -> Signs:
    """The signs of a text of which that is the evidence for the ``best`` match, with its chances
    of being ``half`` a sentence and too ``broad``.
    """
    return Signs(best.margin, best.likely, logit.odds(half), logit.odds(broad))


def chance(signs: Signs, borders: SureBorders) -> float:
    """The chance that what matches a text with these signs best is what it asks."""
    weights = (borders.margin, borders.likely, borders.half, borders.broad)
    told = sum(sign * weight for sign, weight in zip(_row(signs), weights, strict=True))
    return logit.chance(borders.intercept + told)


def fit(examples: Sequence[tuple[Signs, bool]]) -> SureBorders:
    """The borders under which the chance is how often the best match was what was asked."""
    given = np.array([[1.0, *_row(signs)] for signs, _ in examples])
    found = logit.fit(given, np.array([float(is_asked) for _, is_asked in examples]))
    intercept, margin, likely, half, broad = found
    return SureBorders(intercept=intercept, margin=margin, likely=likely, half=half, broad=broad)


def _row(signs: Signs) -> tuple[float, ...]:
    margin, *others = astuple(signs)
    return (min(margin, _MOST), *others)
