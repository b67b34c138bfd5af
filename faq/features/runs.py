"""Sparse tables whose rows lie in one run: row ``r`` is at ``starts[r]:starts[r + 1]``."""

from typing import Any

import numpy as np
import numpy.typing as npt

from faq.features.space import Ints

_LONG = 100  # values; rows of so many on the average are copied sooner than looked up


def lengths(starts: Ints, rows: Ints) -> Ints:
    """How many values each of ``rows`` has."""
    return starts[rows + 1] - starts[rows]


def positions(starts: Ints, rows: Ints) -> Ints:
    """Where the values of ``rows`` lie, row after row."""
    sizes = lengths(starts, rows)
    shifts = np.repeat(starts[rows] - (np.cumsum(sizes, dtype=np.int32) - sizes), sizes)
    at: Ints = np.arange(len(shifts), dtype=np.int32) + shifts
    return at


def values(starts: Ints, rows: Ints, *tables: npt.NDArray[Any]) -> list[npt.NDArray[Any]]:
    """The values of ``rows`` in each table, row after row."""
    begins, ends = starts[rows], starts[rows + 1]
    if int((ends - begins).sum()) <= _LONG * len(rows):
        at = positions(starts, rows)
        return [table[at] for table in tables]
    pieces = list(zip(begins.tolist(), ends.tolist(), strict=True))
    return [np.concatenate([table[begin:end] for begin, end in pieces]) for table in tables]
