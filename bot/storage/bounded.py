"""What lives in memory is bounded."""

from collections import OrderedDict
from typing import TypeVar

MOST = 10_000
_K = TypeVar("_K")
_V = TypeVar("_V")


def bound(kept: OrderedDict[_K, _V]) -> None:
    """Let what has been there longest go, until no more is kept than may be."""
    while len(kept) > MOST:
        kept.popitem(last=False)
