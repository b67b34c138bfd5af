"""A classifier of a few classes, by rows.

With many classes most weights of a gram are nothing and are left out; with few, a whole row is
sooner looked up than what is in it is gathered.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from faq.features.classifier import Classifier
from faq.features.space import Floats, Ints, Vector


@dataclass(frozen=True, slots=True)
class Compact:
    """The weights of gram ``g`` are in row ``rows[g]``, by class; those of all grams that tell
    nothing are in the first.
    """

    rows: Ints
    weights: npt.NDArray[np.float16]
    usual: Floats

    def scores(self, question: Vector) -> Floats:
        """One score a class, larger is likelier; all zero if no gram is known."""
        if not len(question.grams):
            return np.zeros(len(self.usual), np.float32)
        ours = question.weights / np.float32(question.norm)
        theirs = self.weights[self.rows[question.grams]].astype(np.float32)
        found: Floats = np.einsum("g,gc->c", ours, theirs)
        return found + np.float32(float(question.weights.sum()) / question.norm) * self.usual


def compact(learned: Classifier) -> Compact:
    """``learned``, which has few classes, by rows."""
    sizes = np.diff(learned.starts)
    telling = np.flatnonzero(sizes)
    rows = np.zeros(len(sizes), np.int32)
    rows[telling] = np.arange(1, len(telling) + 1, dtype=np.int32)
    weights = np.zeros((len(telling) + 1, learned.classes), np.float16)
    weights[np.repeat(rows, sizes), learned.columns] = learned.weights
    return Compact(rows, weights, learned.usual)
