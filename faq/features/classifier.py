"""A linear classifier over grams: what each gram adds to the score of each class."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from faq.features.runs import lengths, positions, values
from faq.features.space import Floats, Ints, Vector


@dataclass(frozen=True, slots=True)
class Classifier:
    """Weights in one run: those of gram ``g`` are at ``starts[g]:starts[g + 1]``, by class;
    every gram has ``usual`` besides. Weights need no more than half the usual bits.
    """

    classes: int
    starts: Ints
    columns: npt.NDArray[np.int16]
    weights: npt.NDArray[np.float16]
    usual: Floats

    def scores(self, question: Vector) -> Floats:
        """One score a class, larger is likelier; all zero if no gram is known."""
        if not len(question.grams):
            return np.zeros(self.classes, np.float32)
        columns, theirs = values(self.starts, question.grams, self.columns, self.weights)
        ours = question.weights / np.float32(question.norm)
        each = np.repeat(ours, lengths(self.starts, question.grams))
        found = np.bincount(columns, each * _wide(theirs), self.classes)
        length = float(question.weights.sum()) / question.norm
        return found.astype(np.float32) + np.float32(length) * self.usual

    def shares(self, question: Vector, label: int) -> Floats:
        """How much each of the question's grams adds to the score of ``label``."""
        at = positions(self.starts, question.grams)
        owners = np.arange(len(question.grams)).repeat(lengths(self.starts, question.grams))
        mine = self.columns[at] == label
        found = np.bincount(owners[mine], _wide(self.weights[at[mine]]), len(question.grams))
        return (found * question.weights / np.float32(question.norm or 1.0)).astype(np.float32)


def _wide(weights: npt.NDArray[np.float16]) -> Floats:
    return weights.astype(np.float32)
