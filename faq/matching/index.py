"""An inverted index over document vectors, built once, searched by gram."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from faq.features.space import Floats, Ints, Vector

_COMMON = 0.08  # a gram in more of the documents than this is skipped once rarer ones are found
_FEW = 50
_ENOUGH_RARE = 4


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
    documents: Ints
    weights: Floats
    norms: Floats
    totals: Floats

    def search(self, question: Vector, limit: int) -> Hits:
        """The ``limit`` documents with the largest cosine; ties in the order they were added."""
        runs = self._telling(question)
        size = len(self.norms)
        if not runs or not question.norm:
            nothing = np.zeros(0, np.float32)
            return Hits(np.zeros(0, np.int32), nothing, nothing, nothing)
        spans = [slice(self.starts[gram], self.starts[gram + 1]) for gram, _ in runs]
        documents = np.concatenate([self.documents[span] for span in spans])
        theirs = np.concatenate([self.weights[span] for span in spans])
        counts = [span.stop - span.start for span in spans]
        ours = np.repeat(np.array([weight for _, weight in runs], np.float32), counts)
        dots = np.bincount(documents, ours * theirs, size)
        cosines = dots / (self.norms * question.norm)
        best = _largest(cosines, limit)
        shared_ours = np.bincount(documents, ours, size)[best]
        shared_theirs = np.bincount(documents, theirs, size)[best]
        return Hits(
            best,
            cosines[best].astype(np.float32),
            (shared_ours / question.total).astype(np.float32),
            (shared_theirs / self.totals[best]).astype(np.float32),
        )

    def _telling(self, question: Vector) -> list[tuple[int, float]]:
        """The question's grams worth looking up, rarest first."""
        grams = question.grams.tolist()
        lengths = (self.starts[question.grams + 1] - self.starts[question.grams]).tolist()
        order = sorted(range(len(grams)), key=lambda at: (lengths[at], grams[at]))
        limit = max(_COMMON * len(self.norms), _FEW)
        rare = [at for at in order if lengths[at] <= limit]
        kept = rare if len(rare) >= _ENOUGH_RARE else order
        return [(grams[at], float(question.weights[at])) for at in kept]


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
        documents=documents[order],
        weights=weights[order],
        norms=np.array([vector.norm or 1.0 for vector in vectors], np.float32),
        totals=np.array([vector.total or 1.0 for vector in vectors], np.float32),
    )


def _largest(scores: Floats, limit: int) -> Ints:
    found = np.flatnonzero(scores)
    if len(found) > limit:
        least = np.partition(scores[found], -limit)[-limit]
        found = found[scores[found] >= least]
    return found[np.lexsort((found, -scores[found]))][:limit].astype(np.int32)
