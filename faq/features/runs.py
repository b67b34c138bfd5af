"""Sparse tables whose rows lie in one run: row ``r`` is at ``starts[r]:starts[r + 1]``."""

import numpy as np

from faq.features.space import Ints


def positions(starts: Ints, rows: Ints) -> tuple[Ints, Ints]:
    """Where the values of ``rows`` lie, row after row, and which of the rows each belongs to."""
    begins = starts[rows]
    lengths = starts[rows + 1] - begins
    owners = np.repeat(np.arange(len(rows), dtype=np.int32), lengths)
    before = np.cumsum(lengths) - lengths
    inside = np.arange(len(owners), dtype=np.int32) - before[owners].astype(np.int32)
    return begins[owners] + inside, owners
