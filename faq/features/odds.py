"""How much likelier a gram is in one class than in the others, by counting.

A classifier that learns from its errors stops where the lessons are known by heart; counting uses
every lesson. The log odds of complement naive Bayes (Rennie et al. 2003, "Tackling the Poor
Assumptions of Naive Bayes Text Classifiers").
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from faq.features.space import Floats, Ints

_UNSEEN = 0.02  # how many texts a class is taken to have of a gram that none of its texts has


@dataclass(frozen=True, slots=True)
class Odds:
    """The log odds of gram ``g`` for class ``c`` are ``weights[g, c] + usual[c]``, but for what
    is the same for all classes; ``weights`` is zero where no text of the class has the gram.
    """

    weights: Floats
    usual: Floats


def count(texts: Sequence[Ints], labels: Sequence[int], size: tuple[int, int]) -> Odds:
    """The log odds after the grams (each once) of ``texts``; ``size``: grams and classes."""
    grams, classes = size
    owners = np.repeat(np.asarray(labels, np.int64), [len(text) for text in texts])
    every = np.concatenate([np.zeros(0, np.int32), *texts])
    ours = np.bincount(every.astype(np.int64) * classes + owners, minlength=grams * classes)
    ours = ours.reshape(grams, classes)
    theirs = ours.sum(axis=1, keepdims=True) - ours
    sizes = np.bincount(np.asarray(labels, np.int64), minlength=classes)
    others = len(labels) - sizes
    usual = np.log((others + 2 * _UNSEEN) / (sizes + 2 * _UNSEEN))
    told = np.log((ours + _UNSEEN) / _UNSEEN) + np.log(
        (ours + theirs + _UNSEEN) / (theirs + _UNSEEN)
    )
    weights = np.where(ours > 0, told, 0.0)
    return Odds(weights.astype(np.float32), (usual - usual.mean()).astype(np.float32))
