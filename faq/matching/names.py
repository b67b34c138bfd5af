"""Whether a question names a thing: which share of a name or alias of each topic it has.

What is called by its name outranks what is only asked for in like words.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from faq.features.runs import values
from faq.features.space import Floats, Ints, Vector


@dataclass(frozen=True, slots=True)
class Names:
    """The names that have gram ``g`` are at ``starts[g]:starts[g + 1]`` in ``names``, and which
    share of each the gram is in ``shares``; the names of topic ``topics[t]`` are
    ``begins[t]:begins[t + 1]``.
    """

    starts: Ints
    names: npt.NDArray[np.int16]
    shares: npt.NDArray[np.float16]
    topics: npt.NDArray[np.int16]
    begins: Ints

    def coverage(self, question: Vector, topics: int) -> Floats:
        """Which share the question has of the name of each topic that it has most of (0 to 1)."""
        names, shares = values(self.starts, question.grams, self.names, self.shares)
        found = np.zeros(topics, np.float32)
        if len(self.topics):
            sums = np.bincount(names, shares.astype(np.float32), int(self.begins[-1]))
            found[self.topics] = np.minimum(np.maximum.reduceat(sums, self.begins[:-1]), 1.0)
        return found


def learn(names: Iterable[tuple[int, Vector]], grams: int) -> Names:
    """Learn from names by topic; ``grams`` is how many grams there are."""
    known = sorted(
        ((topic, vector) for topic, vector in names if vector.total), key=lambda name: name[0]
    )
    sizes = [len(vector.grams) for _, vector in known]
    every = np.concatenate([np.zeros(0, np.int32), *(vector.grams for _, vector in known)])
    parts = [vector.weights / np.float32(vector.total) for _, vector in known]
    shares = np.concatenate([np.zeros(0, np.float32), *parts])
    owners = np.repeat(np.arange(len(known)), sizes)
    order = np.argsort(every, kind="stable")
    starts = np.zeros(grams + 1, np.int32)
    starts[1:] = np.cumsum(np.bincount(every, minlength=grams))
    topics, begins = np.unique([topic for topic, _ in known], return_index=True)
    return Names(
        starts=starts,
        names=owners[order].astype(np.int16),
        shares=shares[order].astype(np.float16),
        topics=topics.astype(np.int16),
        begins=np.append(begins, len(known)).astype(np.int32),
    )
