"""The chance that a match is right, from the evidence for it.

The weights are a logistic regression over questions of our own (benchmarks/questions), fitted so
that of the matches with confidence 0.8 about eight in ten are right; `script/bench accuracy`
prints how well that holds.
"""

from dataclasses import dataclass
from math import exp


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a topic is ranked where it is.

    ``margin``: its lead over the best other topic, negative if it does not lead. ``known``: the
    share of the question's weight in grams we know.
    """

    margin: float
    known: float


def confidence(evidence: Evidence) -> float:
    """The chance of being right, between 0 and 1."""
    logit = -4.2 + 8.5 * evidence.margin + 4.8 * evidence.known
    return 1.0 / (1.0 + exp(-logit))
