"""An inverted index over document vectors, built once, searched by gram."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from faq.features.runs import positions
from faq.features.space import Floats, Ints, Vector

_COMMON = 0.08  # a gram in more of the documents than this is skipped once rarer ones are found
_FEW = 50
_ENOUGH_RARE = 4
_SMALL = 1 << 16  # so many documents can be numbered with 16 bits


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
    """Postings in one run: those of gram ``g`` are at ``starts[g]:starts[g + 1]``."""

    starts: Ints
    documents: npt.NDArray[np.integer]  # of 16 bits, if that is enough
    weights: npt.NDArray[np.float16]
    norms: Floats
    totals: Floats

    def search(self, question: Vector, limit: int) -> Hits:
        """The ``limit`` documents with the largest cosine; ties in the order they were added."""
        grams, weights = self._telling(question)
        if not len(grams) or not question.norm:
            nothing = np.zeros(0, np.float32)
            return Hits(np.zeros(0, np.int32), nothing, nothing, nothing)
        at, owners = positions(self.starts, grams)
        documents = self.documents[at].astype(np.int32)
        theirs, ours = self.weights[at].astype(np.float32), weights[owners]
        dots = np.bincount(documents, ours * theirs, len(self.norms))
        cosines = dots / (self.norms * question.norm)
        best = _largest(cosines, limit)
        shared_ours, shared_theirs = _shared(best, documents, (ours, theirs), len(self.norms))
        return Hits(
            best,
            cosines[best].astype(np.float32),
            (shared_ours / question.total).astype(np.float32),
            (shared_theirs / self.totals[best]).astype(np.float32),
        )

    def _telling(self, question: Vector) -> tuple[Ints, Floats]:
        """The question's grams worth looking up, with their weights, rarest first."""
        grams = question.grams
        lengths = self.starts[grams + 1] - self.starts[grams]
        order = np.lexsort((grams, lengths))
        rare = order[lengths[order] <= max(_COMMON * len(self.norms), _FEW)]
        kept = rare if len(rare) >= _ENOUGH_RARE else order
        return grams[kept], question.weights[kept]


def build(vectors: Sequence[Vector], grams: int) -> Index:
    """Index ``vectors``, whose grams are numbered below ``grams``."""
    sizes = [len(vector.grams) for vector in vectors]
    documents = np.repeat(np.arange(len(vectors), dtype=np.int32), sizes)
    numbers = np.concatenate([vector.grams for vector in vectors])
    weights = np.concatenate([vector.weights for vector in vectors])
    order = np.argsort(numbers, kind="stable")
    starts = np.zeros(grams + 1, np.int32)
    starts[1:] = np.cumsum(np.bincount(numbers, minlength=grams))
    return Index(
        starts=starts,
        documents=documents[order].astype(np.uint16 if len(vectors) <= _SMALL else np.int32),
        weights=weights[order].astype(np.float16),
        norms=np.array([vector.norm or 1.0 for vector in vectors], np.float32),
        totals=np.array([vector.total or 1.0 for vector in vectors], np.float32),
    )


def _shared(
    best: Ints, documents: Ints, weights: tuple[Floats, Floats], size: int
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """The sums of either side's weights in the grams that each of the best documents shares."""
    places = np.full(size, -1, np.int32)
    places[best] = np.arange(len(best), dtype=np.int32)
    place = places[documents]
    counts = place >= 0
    ours, theirs = (np.bincount(place[counts], one[counts], len(best)) for one in weights)
    return ours.astype(np.float64), theirs.astype(np.float64)


def _largest(scores: Floats, limit: int) -> Ints:
    found = np.flatnonzero(scores)
    if len(found) > limit:
        least = np.partition(scores[found], -limit)[-limit]
        found = found[scores[found] >= least]
    return found[np.lexsort((found, -scores[found]))][:limit].astype(np.int32)
