"""Every topic with a score for one reading of a question: learnt, likeness, answers and names."""

from dataclasses import dataclass, replace

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.process import cdist

from faq.features.space import Floats, Vector
from faq.matching.documents import Searched
from faq.matching.learned import Learned
from faq.matching.reading import Reading

_CANDIDATES = 40
# How much counts what the classifier gives a topic, how likely the network finds it, its likest
# phrasing, that its answers have the words of the question, and that it is called by its name.
_LINEAR, _LIKELY, _LIKENESS, _BACKGROUND, _NAMED = 0.6, 0.6, 0.24, 0.18, 0.12
_TELLING = 6
_BROAD = 0.6  # how like a known one a question must be to be called too broad to answer
_SAME, _SAID = 0.95, 0.5  # how like it must be to be it, in so many words, and how sure it is then
_MARKS = ("p:", "w:", "c:", "y:", "k:")  # of sounds, Latin words, their pieces, pairs, kinds


@dataclass(frozen=True, slots=True)
class Likest:
    """The place of the document of a topic that is most like the question among those searched,
    and how like it is (0 to 1).
    """

    document: int
    score: float


@dataclass(frozen=True, slots=True)
class Scored:
    """One reading of a question, with the total score of every topic."""

    reading: Reading
    vector: Vector
    likest: dict[int, Likest]
    likelihoods: Floats
    background: Floats
    scores: Floats

    def best(self, count: int) -> list[int]:
        """The topics with the largest scores, equal ones in their fixed order."""
        found: list[int] = np.argsort(-self.scores, kind="stable")[:count].tolist()
        return found

    @property
    def is_phrasing(self) -> bool:
        """Whether the question is a phrasing of some topic, word for word."""
        return any(like.score > _SAME for like in self.likest.values())

    def likeness(self, topic: int) -> float:
        """How like the question the likest phrasing of ``topic`` is."""
        return self.likest[topic].score if topic in self.likest else 0.0

    def learned(self, topic: int) -> float:
        """What the classifier and the network give ``topic``."""
        others = _LIKENESS * self.likeness(topic) + _BACKGROUND * float(self.background[topic])
        return float(self.scores[topic]) - others


class Ranker:
    """Scores readings against what was learnt; ``searched`` are the documents in the index,
    ``broad`` are the topics that are too broad to answer, ``talk`` is small talk.
    """

    def __init__(
        self,
        learned: Learned,
        searched: Searched,
        broad: frozenset[int],
        talk: frozenset[int],
    ) -> None:
        self._learned = learned
        self._broad, self._sayable = broad, broad | talk
        self._subjects = searched.subjects

    def scored(self, reading: Reading) -> Scored:
        """The scores of every topic for ``reading``."""
        vector = self._learned.space.vector(reading.grams)
        likest = self._likest(reading, vector)
        background = self._learned.background.coverage(vector)
        scores = np.float32(_LINEAR) * self._learned.topics.scores(vector)
        likelihoods = self._learned.network.likelihoods(vector)
        scores += np.float32(_LIKELY) * likelihoods
        scores += np.float32(_BACKGROUND) * background
        scores += np.float32(_NAMED) * self._learned.names.coverage(vector, len(scores))
        near = np.array([_LIKENESS * like.score for like in likest.values()], np.float32)
        scores[list(likest)] += near
        asked = {topic for topic, like in likest.items() if like.score >= _BROAD}
        scores[list(self._broad - asked)] = -1.0
        return Scored(reading, vector, likest, likelihoods, background, scores)

    def said(self, scored: Scored) -> Scored:
        """The same, with a broad question or small talk put first where that is what was said, word
        for word.
        """
        said = [
            topic
            for topic, like in scored.likest.items()
            if topic in self._sayable and like.score > _SAME
        ]
        if not said:
            return scored
        scores = scored.scores.copy()
        scores[said] = scored.scores.max() + np.float32(_SAID)
        return replace(scored, scores=scores)

    def words(self, scored: Scored, topic: int) -> tuple[str, ...]:
        """What in the question spoke for ``topic`` most, the most telling first."""
        shares = self._learned.topics.shares(scored.vector, topic)
        order = np.lexsort((scored.vector.grams, -shares))[:_TELLING].tolist()
        grams = self._learned.space.numbers.texts
        told = (grams[int(scored.vector.grams[at])] for at in order if shares[at] > 0)
        return tuple(dict.fromkeys(_readable(gram) for gram in told))

    def _likest(self, reading: Reading, vector: Vector) -> dict[int, Likest]:
        """For each topic near the question, its likest phrasing: cosine, how much of either side
        the other covers, and the edit ratio, fused.
        """
        hits = self._learned.index.search(vector, _CANDIDATES)
        fused = 0.56 * hits.cosines + 0.21 * hits.covered_question + 0.17 * hits.covered_document
        texts = self._learned.texts.several(hits.documents)
        ratios = cdist([reading.text], texts, scorer=fuzz.ratio, dtype=np.float64)[0]
        scores = fused + 0.06 * ratios / 100
        order = np.argsort(-scores, kind="stable")
        found: dict[int, Likest] = {}
        for document, score in zip(
            hits.documents[order].tolist(), scores[order].tolist(), strict=True
        ):
            topic = self._subjects[document]
            if topic not in found:
                found[topic] = Likest(document, score)
        return found


def _readable(gram: str) -> str:
    parts = (gram[2:] if gram.startswith(_MARKS) else gram).split("|")
    return "+".join(part.removeprefix("w:") for part in parts)
