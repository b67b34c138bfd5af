"""An inverted index over document vectors, built once, searched by gram."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from faq.features.runs import lengths, positions, values
from faq.features.space import Floats, Ints, Vector

_COMMON = 0.08  # a gram in more of the documents than this is skipped once rarer ones are found
_FEW = 50
# And all but the rarest of a long text, once those together are in so many documents: of 2,742
# questions 11 have another first topic then, of which two are right that were not and one is not.
_LOOKED_AT, _FEW_LOOKED_AT = 0.2, 10_000
_SHORT = 20  # grams of a text that is looked up whole
_ENOUGH_RARE = 5  # of the grams of 身份证 alone 4 are rare, and it must find itself
_SMALL = 1 << 16  # so many documents can be numbered with 16 bits
_ROWS = 256  # groups of documents, the best of each of which is looked at first

Documents = npt.NDArray[np.integer]


@dataclass(frozen=True, slots=True)
class Hits:
    """Documents found, best first: cosine with the question, and how much of either side's
    weight the other covers (all 0 to 1).
    """

    documents: Ints
    cosines: Floats
    covered_question: Floats
    covered_document: Floats


@dataclass(frozen=True, slots=True)
class Index:
    """Documents that have a gram equally often are a run, as it has the same weight in them all.

    The runs of gram ``g`` are ``runs[g]:runs[g + 1]``; the documents of run ``r`` are at
    ``starts[r]:starts[r + 1]``, and have it with ``weights[r]``.
    """

    runs: Ints
    starts: Ints
    weights: npt.NDArray[np.float16]
    documents: Documents  # of 16 bits, if that is enough
    norms: Floats
    totals: Floats

    def search(self, question: Vector, limit: int) -> Hits:
        """The ``limit`` documents with the largest cosine; ties in the order they were added."""
        grams, weights = self._telling(question)
        if not len(grams) or not question.norm:
            nothing = np.zeros(0, np.float32)
            return Hits(np.zeros(0, np.int32), nothing, nothing, nothing)
        runs, sizes = positions(self.runs, grams), lengths(self.runs, grams)
        ours, theirs = np.repeat(weights, sizes), self.weights[runs].astype(np.float32)
        sizes = lengths(self.starts, runs)
        documents = values(self.starts, runs, self.documents)[0].astype(np.intp)
        found = np.bincount(documents, np.repeat(ours * theirs, sizes), len(self.norms))
        dots = found.astype(np.float32)
        best = _largest(dots / self.norms, limit)
        shared = _shared(best, documents, np.cumsum(sizes), len(self.norms))
        return Hits(
            best,
            dots[best] / (self.norms[best] * question.norm),
            (shared.sum(ours) / question.total).astype(np.float32),
            (shared.sum(theirs) / self.totals[best]).astype(np.float32),
        )

    def _telling(self, question: Vector) -> tuple[Ints, Floats]:
        """The question's grams worth looking up, with their weights, rarest first."""
        grams = question.grams
        sizes = self.starts[self.runs[grams + 1]] - self.starts[self.runs[grams]]
        order = np.lexsort((grams, sizes))
        sizes, every = sizes[order], len(self.norms)
        rare = int(np.searchsorted(sizes, max(_COMMON * every, _FEW), "right"))
        enough = max(_LOOKED_AT * every, _FEW_LOOKED_AT)
        few = int(np.searchsorted(np.cumsum(sizes, dtype=np.int64), enough, "right"))
        kept = order[: min(rare, max(few, _SHORT))] if rare >= _ENOUGH_RARE else order
        return grams[kept], question.weights[kept]


def build(vectors: Sequence[Vector], grams: int) -> Index:
    """Index ``vectors``, whose grams are numbered below ``grams``."""
    sizes = [len(vector.grams) for vector in vectors]
    documents = np.repeat(np.arange(len(vectors), dtype=np.int32), sizes)
    numbers = np.concatenate([vector.grams for vector in vectors])
    weights = np.concatenate([vector.weights for vector in vectors]).astype(np.float16)
    order = np.lexsort((documents, weights, numbers))
    numbers, weights = numbers[order], weights[order]
    begins = np.flatnonzero(
        np.concatenate(([True], (numbers[1:] != numbers[:-1]) | (weights[1:] != weights[:-1])))
    )
    return Index(
        runs=_starts(numbers[begins], grams),
        starts=np.append(begins, len(order)).astype(np.int32),
        weights=weights[begins],
        documents=documents[order].astype(np.uint16 if len(vectors) <= _SMALL else np.int32),
        norms=np.array([vector.norm or 1.0 for vector in vectors], np.float32),
        totals=np.array([vector.total or 1.0 for vector in vectors], np.float32),
    )


def _starts(rows: Ints, count: int) -> Ints:
    starts = np.zeros(count + 1, np.int32)
    starts[1:] = np.cumsum(np.bincount(rows, minlength=count))
    return starts


@dataclass(frozen=True, slots=True)
class _Shared:
    """Which of the runs looked up has each of the best documents, as pairs of both."""

    places: Documents
    runs: Documents
    count: int

    def sum(self, weights: Floats) -> npt.NDArray[np.float64]:
        """The weights of the runs that each of the documents is in, added up."""
        return np.bincount(self.places, weights[self.runs], self.count).astype(np.float64)


def _shared(best: Ints, documents: Documents, ends: Documents, size: int) -> _Shared:
    is_best = np.zeros(size, np.bool_)
    is_best[best] = True
    at = np.flatnonzero(is_best[documents])
    places = np.zeros(size, np.int32)
    places[best] = np.arange(len(best), dtype=np.int32)
    return _Shared(places[documents[at]], np.searchsorted(ends, at, "right"), len(best))


def _largest(scores: Floats, limit: int) -> Ints:
    """The places of the ``limit`` largest scores above 0, equal ones in their order."""
    found = np.flatnonzero(scores >= _floor(scores, limit))
    if len(found) > limit:
        least = np.partition(scores[found], -limit)[-limit]
        found = found[scores[found] >= least]
    return found[np.lexsort((found, -scores[found]))][:limit].astype(np.int32)


def _floor(scores: Floats, limit: int) -> float:
    """A score above 0 that is not above the ``limit`` largest ones; found from the largest of
    each of some groups, as looking at them all takes longer.
    """
    least = float(np.finfo(np.float32).tiny)
    width = len(scores) // _ROWS
    if not width or limit > _ROWS:
        return least
    tops = scores[: _ROWS * width].reshape(width, _ROWS).max(axis=0)
    return max(float(np.partition(tops, -limit)[-limit]), least)
