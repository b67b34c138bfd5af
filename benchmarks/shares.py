"""Counts out of a whole, and tables of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TypeVar

_REACH = 1.959964  # standard deviations around the middle that hold 95 % of a normal distribution
One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class Share:
    """``count`` out of ``of``."""

    count: int
    of: int

    @property
    def share(self) -> float:
        """Between 0 and 1; 0 out of nothing is 0."""
        return self.count / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The Wilson interval: holds the true share for 95 of 100 samples."""
        if not self.of:
            return 0.0, 1.0
        square = _REACH**2 / self.of
        middle = self.share + square / 2
        spread = _REACH * sqrt(self.share * (1 - self.share) / self.of + square / (4 * self.of))
        scale = 1 + square
        return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


@dataclass(frozen=True, slots=True)
class Table:
    """Named rows of shares, one a column."""

    name: str
    columns: tuple[str, ...]
    rows: Mapping[str, tuple[Share, ...]]


def column(name: str, rows: Mapping[str, Share]) -> Table:
    """A table of one column."""
    return Table(name, ("share",), {row: (share,) for row, share in rows.items()})


def share_of(every: Sequence[One], holds: Callable[[One], bool]) -> Share:
    """How many of ``every`` it holds for."""
    return Share(sum(map(holds, every)), len(every))
