"""The number of each of many texts, found by a hash: a sixth of the memory that a dict takes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
import numpy.typing as npt

from faq.features.lines import Ints, Lines, pack, unpack

Hashes = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    """Different texts, numbered in their order; ``hashes`` are sorted, ``order`` has their numbers.

    A text that is none of them is taken for one if it has the hash of one: of a quarter of a
    million texts that happens to one unknown text in 16,000.
    """

    texts: Lines
    hashes: Hashes
    order: Ints

    def __len__(self) -> int:
        return len(self.order)

    def find(self, texts: Sequence[str]) -> Ints:
        """The number of each text, -1 for one that is unknown."""
        if not len(self):
            return np.full(len(texts), -1, np.int32)
        asked = _hashed(texts)
        at = np.minimum(np.searchsorted(self.hashes, asked), len(self) - 1)
        found = np.where(self.hashes[at] == asked, self.order[at], -1).astype(np.int32)
        last = np.minimum(at + 1, len(self) - 1)
        for one in np.flatnonzero((self.hashes[last] == asked) & (last > at)).tolist():
            found[one] = self._told_apart(int(at[one]), texts[one])
        return found

    def _told_apart(self, at: int, text: str) -> int:
        """The number of ``text``, the hash at ``at`` being one of several texts."""
        same = self.order[at : np.searchsorted(self.hashes, self.hashes[at], "right")].tolist()
        return next((number for number in same if self.texts[number] == text), -1)


def number(texts: Iterable[str]) -> Numbers:
    """Number ``texts``, which are all different."""
    every = list(texts)
    hashes = _hashed(every)
    order = np.argsort(hashes, kind="stable").astype(np.int32)
    return Numbers(unpack(pack(every)) if every else _NONE, hashes[order], order)


def _hashed(texts: Sequence[str]) -> Hashes:
    try:
        coded = [*map(str.encode, texts)]
    except UnicodeEncodeError:  # half of a surrogate pair
        coded = [text.encode("utf-8", "surrogatepass") for text in texts]
    return np.fromiter(map(crc32, coded), np.uint32, len(texts))


_NONE = Lines(np.zeros(0, np.uint8), np.zeros(0, np.int32))
