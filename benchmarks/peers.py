"""Plain ways to find the likest of many texts, to measure ourselves against.

Each reads texts as we do (``canonical``), but knows no fillers, no synonyms and no classifier.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from rapidfuzz import fuzz, process

from faq.features.space import Floats, Ints
from faq.normalise import canonical

_AT_ONCE = 64  # questions compared with every text in one go; bounds memory
_K, _B = 1.5, 0.75  # the usual constants of BM25


@dataclass(frozen=True, slots=True)
class Nearest:
    """The place of the text most like a question, and how like it is; larger is liker."""

    text: int
    score: float


Peer = Callable[[Sequence[str]], list[Nearest]]
Scorer = Callable[..., float]


@dataclass(frozen=True, slots=True)
class Posting:
    """The texts a gram is in, its weight in each, and its weight in a question."""

    texts: Ints
    weights: Floats
    asked: float


@dataclass(frozen=True, slots=True)
class Grams:
    """Searches by shared grams of up to ``longest`` characters; a cosine divides by the length of
    the question, a sum of weights does not.
    """

    size: int
    postings: Mapping[str, Posting]
    longest: int
    cosine: bool

    def nearest(self, questions: Sequence[str]) -> list[Nearest]:
        """For each question the best text, the first of equals."""
        return [self._nearest(canonical(question)) for question in questions]

    def _nearest(self, question: str) -> Nearest:
        scores, square = np.zeros(self.size), 0.0
        for gram, count in Counter(_grams(question, self.longest)).items():
            posting = self.postings.get(gram)
            if posting is not None:
                weight = count * posting.asked
                scores[posting.texts] += weight * posting.weights
                square += weight * weight
        best = int(scores.argmax())
        length = square**0.5 if self.cosine else 1.0
        return Nearest(best, float(scores[best]) / (length or 1.0))


def peers(texts: Sequence[str]) -> dict[str, Peer]:
    """Every peer by its name, ready to search ``texts``."""
    read = [canonical(text) for text in texts]
    return {
        "rapidfuzz ratio": lambda questions: likest(questions, read, fuzz.ratio),
        "rapidfuzz WRatio": lambda questions: likest(questions, read, fuzz.WRatio),
        "BM25 of 1-2 characters": bm25(read, 2).nearest,
        "TF-IDF of 1-3 characters": tf_idf(read, 3).nearest,
    }


def likest(questions: Sequence[str], texts: Sequence[str], scorer: Scorer) -> list[Nearest]:
    """For each question the best canonical text by a rapidfuzz scorer, the first of equals."""
    found: list[Nearest] = []
    for start in range(0, len(questions), _AT_ONCE):
        some = [canonical(question) for question in questions[start : start + _AT_ONCE]]
        scores = process.cdist(some, texts, scorer=scorer, dtype=np.float32, workers=-1)
        found += [Nearest(int(row.argmax()), float(row.max())) for row in scores]
    return found


def bm25(texts: Sequence[str], longest: int) -> Grams:
    """Okapi BM25 over canonical texts (Robertson and Zaragoza 2009)."""
    counts, frequencies = _counted(texts, longest)
    lengths = np.array([sum(count.values()) for count in counts])
    share = lengths / (lengths.mean() or 1.0)
    postings = {}
    for gram, (places, often) in frequencies.items():
        rarity = log(1 + (len(texts) - len(places) + 0.5) / (len(places) + 0.5))
        damped = often * (_K + 1) / (often + _K * (1 - _B + _B * share[places]))
        postings[gram] = Posting(places, (rarity * damped).astype(np.float32), 1.0)
    return Grams(len(texts), postings, longest, cosine=False)


def tf_idf(texts: Sequence[str], longest: int) -> Grams:
    """Cosine of counts weighed by smoothed inverse document frequency, over canonical texts."""
    _, frequencies = _counted(texts, longest)
    rarity = {
        gram: log((1 + len(texts)) / (1 + len(places))) + 1
        for gram, (places, _) in frequencies.items()
    }
    squares = np.zeros(len(texts))
    for gram, (places, often) in frequencies.items():
        squares[places] += (often * rarity[gram]) ** 2
    norms = np.sqrt(squares)
    postings = {
        gram: Posting(
            places, (often * rarity[gram] / norms[places]).astype(np.float32), rarity[gram]
        )
        for gram, (places, often) in frequencies.items()
    }
    return Grams(len(texts), postings, longest, cosine=True)


def _counted(
    texts: Sequence[str], longest: int
) -> tuple[list[Counter[str]], dict[str, tuple[Ints, Floats]]]:
    """The grams of each text, and for each gram the texts it is in and how often."""
    counts = [Counter(_grams(text, longest)) for text in texts]
    found: dict[str, list[tuple[int, int]]] = {}
    for place, count in enumerate(counts):
        for gram, often in count.items():
            found.setdefault(gram, []).append((place, often))
    arrays = {
        gram: (
            np.array([place for place, _ in pairs], np.int32),
            np.array([often for _, often in pairs], np.float32),
        )
        for gram, pairs in found.items()
    }
    return counts, arrays


def _grams(text: str, longest: int) -> Iterator[str]:
    for size in range(1, longest + 1):
        for at in range(len(text) - size + 1):
            yield text[at : at + size]
