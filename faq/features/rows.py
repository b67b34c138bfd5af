"""What a classifier is taught from: texts as the rows of its table that their grams are in."""

from collections.abc import Sequence

import numpy as np

from faq.features.space import Floats, Ints, Vector

Example = tuple[Ints, Floats]  # the rows of a text's grams, and what each counts


def numbered(vectors: Sequence[Vector], grams: int, rarest: int) -> tuple[Ints, Ints]:
    """The grams, of so many, that are in at least ``rarest`` texts, and of each gram its row among
    them, or -1.
    """
    every = [np.zeros(0, np.int32), *(vector.grams for vector in vectors)]
    counts = np.bincount(np.concatenate(every), minlength=grams)
    kept = np.flatnonzero(counts >= rarest).astype(np.int32)
    rows = np.full(grams, -1, np.int32)
    rows[kept] = np.arange(len(kept), dtype=np.int32)
    return kept, rows


def example(vector: Vector, rows: Ints) -> Example:
    """A text as an example; what it has of unknown grams is left out, its length is one."""
    found = rows[vector.grams]
    known = found >= 0
    return found[known], vector.weights[known] / np.float32(vector.norm or 1.0)
