"""Fits the weights of the second look on lines that the screen was not taught."""

from collections.abc import Iterable, Sequence

import numpy as np

from faq.safety import lessons, logistic, weighing
from faq.safety.learned import Learned
from faq.safety.lessons import Line
from faq.safety.reading import clauses
from faq.safety.weighing import SURELY, Weights

_STRENGTH = 0.1  # larger weights would tell these lines better, and others worse


def balanced(learned: Learned, apart: Sequence[Line], ordinary: Iterable[str]) -> Weights:
    """The weights that tell the requests in ``apart`` from the lawful and the ordinary ones."""
    lines = [*apart, *(Line(text, None) for text in ordinary)]
    seen = [_features(learned, line.text) for line in lines]
    names = list(weighing.features("", 0.0))
    table = np.array(seen, np.float32)
    middle, spread = table.mean(axis=0), table.std(axis=0) + np.float32(1e-6)
    labels = np.array([int(line.kind is not None) for line in lines])
    found = logistic.fit(_rows((table - middle) / spread), labels, strength=_STRENGTH)
    weights = (found.weights[:, 1] - found.weights[:, 0]) / spread
    before = found.before[1] - found.before[0] - weights @ middle
    each = dict(zip(names, weights.tolist(), strict=True))
    return Weights(each, float(before), key(learned, apart))


def key(learned: Learned, apart: Sequence[Line]) -> str:
    """A digest of what the weights are fitted on."""
    return f"{learned.about.key}{lessons.key(apart)}{weighing.digest()}"


def _features(learned: Learned, text: str) -> list[float]:
    plain = clauses(text)[0]
    _, margin = learned.score(text, SURELY)
    return list(weighing.features(plain, margin).values())


def _rows(table: logistic.Floats) -> logistic.Rows:
    height, width = table.shape
    starts = np.arange(0, height * width + 1, width)
    return logistic.Rows(starts, np.tile(np.arange(width), height), table.ravel(), width)
