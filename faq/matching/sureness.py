"""How surely a text that follows nothing asks what its best match answers, all signs together."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass

from faq.features import logit
from faq.matching import chances
from faq.model import Evidence
from faq.schema.tables import SureBorders

_MOST = 2.0  # a margin; more says no more


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells how surely: the ``margin`` of the best match, as far as it tells, and how
    ``likely`` the network finds it; the log odds that the text is ``half`` a sentence and that it
    is too ``broad``.
    """

    margin: float
    likely: float
    half: float
    broad: float


def signs(best: Evidence, half: float, broad: float) -> Signs:
    """The signs of a text of which that is the evidence for the ``best`` match, with its chances
    of being ``half`` a sentence and too ``broad``.
    """
    return Signs(min(best.margin, _MOST), best.likely, logit.odds(half), logit.odds(broad))


def chance(signs: Signs, borders: SureBorders) -> float:
    """The chance that what matches a text with these signs best is what it asks."""
    return chances.chance(astuple(signs), borders)


def fit(examples: Sequence[tuple[Signs, bool]]) -> SureBorders:
    """The borders under which the chance is how often the best match was what was asked."""
    return chances.fit([(astuple(signs), is_asked) for signs, is_asked in examples], SureBorders)
