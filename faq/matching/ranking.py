"""Every topic with a score for one reading of a question: learnt, likeness, answers, names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.process import cdist

from faq.features.space import Floats, Vector
from faq.matching.documents import Document
from faq.matching.learned import Learned
from faq.matching.reading import Reading

_CANDIDATES = 40
_LIKENESS = 0.4  # how much the likest phrasing counts beside the classifier
_BACKGROUND = 0.3  # and how much, that its answers have the words of the question
_NAMED = 0.2  # and how much, that it is called by its name
_GROUP = 0.3  # and how much, that it is of the category or kind the question seems to be of
_TELLING = 6
_BROAD = 0.6  # how like a known one a question must be to be called too broad to answer
_SAME, _SAID = 0.95, 0.5  # how like it must be to be it, in so many words, and how sure it is then
_MARKS = ("p:", "w:", "c:", "y:", "k:")  # of sounds, Latin words, their pieces, pairs, kinds


@dataclass(frozen=True, slots=True)
class Likest:
    """The phrasing of a topic that is most like the question, and how like it is (0 to 1)."""

    document: int
    score: float


@dataclass(frozen=True, slots=True)
class Scored:
    """One reading of a question, with the total score of every topic."""

    reading: Reading
    vector: Vector
    likest: dict[int, Likest]
    background: Floats
    scores: Floats

    def best(self, count: int) -> list[int]:
        """The topics with the largest scores, equal ones in their fixed order."""
        found: list[int] = np.argsort(-self.scores, kind="stable")[:count].tolist()
        return found

    def likeness(self, topic: int) -> float:
        """How like the question the likest phrasing of ``topic`` is."""
        return self.likest[topic].score if topic in self.likest else 0.0

    def learned(self, topic: int) -> float:
        """What the classifier gives ``topic``."""
        others = _LIKENESS * self.likeness(topic) + _BACKGROUND * float(self.background[topic])
        return float(self.scores[topic]) - others


class Ranker:
    """Scores readings against what was learnt; ``searched`` are the documents in the index by their
    numbers, ``groups`` is the group of each topic, ``broad`` are the topics that are too broad to
    answer.
    """

    def __init__(
        self,
        learned: Learned,
        searched: Mapping[int, Document],
        groups: Sequence[int],
        broad: frozenset[int],
    ) -> None:
        self._learned = learned
        self._groups = np.array(groups, np.int32)
        self._broad = broad
        self._searched = list(searched)
        self._subjects = [one.subject for one in searched.values()]

    def scored(self, reading: Reading) -> Scored:
        """The scores of every topic for ``reading``."""
        vector = self._learned.space.vector(reading.grams)
        likest = self._likest(reading, vector)
        background = self._learned.background.coverage(vector)
        scores = self._learned.topics.scores(vector) + np.float32(_BACKGROUND) * background
        named = self._learned.names.coverage(vector, len(scores))
        scores += np.float32(_NAMED) * named
        scores += np.float32(_GROUP) * self._learned.groups.scores(vector)[self._groups]
        near = np.array([_LIKENESS * like.score for like in likest.values()], np.float32)
        scores[list(likest)] += near
        asked = {topic for topic, like in likest.items() if like.score >= _BROAD}
        scores[list(self._broad - asked)] = -1.0
        return Scored(reading, vector, likest, background, scores)

    def broad(self, scored: Scored) -> Scored:
        """The same, with a broad question put first where it is asked in so many words."""
        said = [
            topic
            for topic, like in scored.likest.items()
            if topic in self._broad and like.score > _SAME
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
                found[topic] = Likest(self._searched[document], score)
        return found


def _readable(gram: str) -> str:
    parts = (gram[2:] if gram.startswith(_MARKS) else gram).split("|")
    return "+".join(part.removeprefix("w:") for part in parts)
