"""How much likelier a gram is in one class than in the others, by counting.

A classifier that learns from its errors stops where the lessons are known by heart; counting uses
every lesson. The log odds of complement naive Bayes (Rennie et al. 2003, "Tackling the Poor
Assumptions of Naive Bayes Text Classifiers").
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from faq.features.space import Floats, Ints

Places = npt.NDArray[np.int64]
_UNSEEN = 0.02  # how many texts a class is taken to have of a gram that none of its texts has


@dataclass(frozen=True, slots=True)
class Odds:
    """The log odds of gram ``grams[i]`` for class ``classes[i]`` are ``weights[i]`` and
    ``usual[classes[i]]``, but for what is the same for all classes; of the others, whose texts do
    not have the gram, only what is usual.
    """

    grams: Places
    classes: Places
    weights: Floats
    usual: Floats


def count(texts: Sequence[Ints], labels: Sequence[int], size: tuple[int, int]) -> Odds:
    """The log odds after the grams (each once) of ``texts``; ``size``: grams and classes."""
    grams, classes = size
    owners = np.repeat(np.asarray(labels, np.int64), [len(text) for text in texts])
    every = np.concatenate([np.zeros(0, np.int64), *texts])
    cells, ours = np.unique(every * classes + owners, return_counts=True)
    rows, columns = np.divmod(cells, classes)
    all_of_it = np.bincount(every, minlength=grams)[rows]
    told = np.log((ours + _UNSEEN) / _UNSEEN) + np.log(
        (all_of_it + _UNSEEN) / (all_of_it - ours + _UNSEEN)
    )
    sizes = np.bincount(np.asarray(labels, np.int64), minlength=classes)
    others = len(labels) - sizes
    usual = np.log((others + 2 * _UNSEEN) / (sizes + 2 * _UNSEEN))
    return Odds(rows, columns, told.astype(np.float32), (usual - usual.mean()).astype(np.float32))
