"""Too broad to answer: how likely a text means several entries alike, by how little it says."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass

from faq.matching import chances
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
    return chances.chance(astuple(signs), borders)


def fit(examples: Sequence[tuple[Signs, bool]]) -> BroadBorders:
    """The borders under which the chance is how often texts with such signs are broad."""
    return chances.fit([(astuple(signs), is_broad) for signs, is_broad in examples], BroadBorders)
