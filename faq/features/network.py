"""A small network over grams: every gram is a point (an embedding), and the sum of a text's points,
what is below zero cut off, tells how likely each class is.

What classes have in common is learnt once, and what only counts together is seen, which a linear
classifier cannot. Joulin et al. 2016, "Bag of Tricks for Efficient Text Classification", with a
rectifier (Glorot et al. 2011, "Deep Sparse Rectifier Neural Networks").
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from faq.features.space import Floats, Ints, Vector

_RANGE = 6.0  # a chance of e to the minus this is none


@dataclass(frozen=True, slots=True)
class Network:
    """The point of gram ``g`` is in row ``rows[g]``, in whole numbers of its ``scale``; it has none
    where the row is negative. ``before`` is what the sum has before anything is read; ``weights``,
    by class, and ``usual`` make the classes of it.
    """

    rows: Ints
    points: npt.NDArray[np.int8]
    scale: Floats
    before: Floats
    weights: Floats
    usual: Floats

    def likelihoods(self, question: Vector) -> Floats:
        """How likely each class is on a scale of magnitudes, from 0 (no chance to speak of) to 1
        (certain); all zero if no gram is known.
        """
        rows = self.rows[question.grams]
        known = rows >= 0
        if not known.any():
            return np.zeros(len(self.usual), np.float32)
        found = rows[known]
        ours = self.scale[found] * question.weights[known] / np.float32(question.norm)
        summed = (self.points[found] * ours[:, None]).sum(axis=0) + self.before
        told = np.einsum("h,hc->c", np.maximum(summed, 0), self.weights) + self.usual
        told -= told.max()
        logs = told - np.log(np.exp(told).sum())
        likelihoods: Floats = np.maximum(1 + logs / np.float32(_RANGE), 0).astype(np.float32)
        return likelihoods
