"""A question to ranked matches: a classifier over topics, and likeness to single phrasings."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz

from faq.catalogue import Catalogue
from faq.matching import classifier, facets, index, learned, pinyin
from faq.matching.confidence import Evidence, confidence
from faq.matching.documents import Document, documents, subjects
from faq.matching.grams import Reader, Reading
from faq.matching.learned import Arrays, Learned
from faq.matching.repair import Repairer
from faq.matching.space import Floats, Vector, span
from faq.model import Facet, Kind, Match
from faq.normalise import canonical
from faq.words import Replacer

_CANDIDATES = 40
_RANKED = 8
_LIKENESS = 0.4  # how much the likest phrasing counts beside the classifier
_REPAIRED = 0.15  # what a repaired reading must be better by than the text as typed


@dataclass(frozen=True, slots=True)
class _Likest:
    """The phrasing of a topic that is most like the question, and how like it is (0 to 1)."""

    document: int
    score: float


@dataclass(frozen=True, slots=True)
class _Scored:
    """One reading of a question, with a score for every topic."""

    reading: Reading
    vector: Vector
    likest: dict[int, _Likest]
    scores: Floats


class Matcher:
    """Searches one version of the content; built once, then only read.

    ``kept`` are the arrays of an earlier matcher: used if they were learnt from the same content,
    which saves the seconds that learning takes.
    """

    def __init__(self, catalogue: Catalogue, kept: Arrays | None = None) -> None:
        self.subjects = subjects(catalogue)
        self._documents = tuple(documents(catalogue, self.subjects))
        key = learned.key(self._documents, catalogue.words, self.subjects)
        found = learned.restore(kept, key) if kept is not None else None
        self.learned = found or _learn(catalogue, self._documents, key)
        self._reader = Reader(catalogue.words, self.learned.syllables)
        self._repairer = Repairer(self.learned.space, self._reader.sounds)
        cues = facets.Cues(catalogue.words.facet_cues, len(self.learned.space.numbers))
        self._facets = facets.FacetModel(cues, self.learned.facets)
        self._broad = {
            self._bare(text): topics
            for texts, topics in catalogue.words.broad.items()
            for text in texts.split("|")
        }
        self._objects = Replacer({canonical(word): "" for word in catalogue.words.objects})

    def search(self, text: str) -> tuple[Match, ...]:
        """The topics that ``text`` may be about, best first, each with its most likely facet."""
        reading = self._reader.read(text)
        if not reading.grams:
            return ()
        scored = self._best_reading(reading)
        scores = scored.scores
        order = np.lexsort((np.arange(len(scores)), -scores))[: _RANKED + 1].tolist()
        facet = self._facets.best(scored.reading, scored.vector)
        return tuple(
            self._match(
                subject,
                (float(scores[subject]), _evidence(scores, order, subject, scored.vector.known)),
                (scored.likest.get(subject), facet),
            )
            for subject in order[:_RANKED]
        )

    def _best_reading(self, typed: Reading) -> _Scored:
        """The text as typed or, if it fits the content clearly better, with homophones repaired."""
        first = self._scored(typed)
        repaired = self._repairer.repair(typed.plain)
        if repaired == typed.plain:
            return first
        second = self._scored(self._reader.read(repaired))
        better = second.scores.max() - _REPAIRED > first.scores.max()
        return second if better else first

    def _scored(self, reading: Reading) -> _Scored:
        vector = self.learned.space.vector(reading.grams)
        likest = self._likest(reading, vector)
        scores = self.learned.topics.scores(vector)
        for subject, like in likest.items():
            scores[subject] += _LIKENESS * like.score
        return _Scored(reading, vector, likest, scores)

    def names_object(self, text: str) -> bool:
        """Whether ``text`` says what it is about, rather than leaving that to what came before."""
        reading = self._reader.read(text)
        return bool(self._objects.find(reading.plain) or self._objects.find(reading.text))

    def broad(self, text: str) -> tuple[str, ...]:
        """The topics to choose from when ``text`` is one of the words too broad to answer."""
        return self._broad.get(self._bare(text), ())

    def _bare(self, text: str) -> str:
        return self._reader.read(text).text.replace(" ", "")

    def is_bare(self, text: str) -> bool:
        """Whether ``text`` only asks a facet (多少钱, 要带什么), of nothing in particular."""
        return self._facets.cues.is_all(self._reader.read(text))

    def facet(self, text: str) -> Facet:
        """The facet that ``text`` most likely asks about, whatever of."""
        reading = self._reader.read(text)
        return self._facets.best(reading, self.learned.space.vector(reading.grams))

    def _match(
        self, subject: int, ranked: tuple[float, Evidence], found: tuple[_Likest | None, Facet]
    ) -> Match:
        score, evidence = ranked
        like, facet = found
        return Match(
            topic=self.subjects[subject].id,
            kind=self.subjects[subject].kind,
            facet=facet,
            confidence=confidence(evidence),
            score=score,
            phrasing=self._documents[like.document].text if like else "",
        )

    def _likest(self, reading: Reading, vector: Vector) -> dict[int, _Likest]:
        """For each topic near the question, its likest phrasing: cosine, how much of either side
        the other covers, and the edit ratio, fused.
        """
        hits = self.learned.index.search(vector, _CANDIDATES)
        fused = 0.56 * hits.cosines + 0.21 * hits.covered_question + 0.17 * hits.covered_document
        found: dict[int, _Likest] = {}
        for document, near in zip(hits.documents.tolist(), fused.tolist(), strict=True):
            ratio = fuzz.ratio(reading.text, self.learned.texts[document]) / 100
            score = near + 0.06 * ratio
            subject = self._documents[document].subject
            if subject not in found or score > found[subject].score:
                found[subject] = _Likest(document, score)
        return found


def _learn(catalogue: Catalogue, of: tuple[Document, ...], key: str) -> Learned:
    syllables = pinyin.table()
    reader = Reader(catalogue.words, syllables)
    readings = [reader.read(document.text) for document in of]
    space = span([reading.grams for reading in readings])
    vectors = [space.vector(reading.grams) for reading in readings]
    grams = len(space.numbers)
    labels = [document.subject for document in of]
    cues = facets.Cues(catalogue.words.facet_cues, grams)
    together = zip(of, readings, vectors, strict=True)
    entries = {at for at, one in enumerate(subjects(catalogue)) if one.kind is Kind.ENTRY}
    asked = [
        (one.facet or Facet.OVERVIEW, reading, vector)
        for one, reading, vector in together
        if one.subject in entries
    ]
    taught = _without_topic(catalogue, of, reader)
    return Learned(
        key=key,
        texts=tuple(reading.text for reading in readings),
        syllables=syllables,
        space=space,
        index=index.build(vectors, grams),
        topics=classifier.train(
            [*vectors, *(space.vector(reading.grams) for reading, _ in taught)],
            [*labels, *(subject for _, subject in taught)],
            (grams, max(labels) + 1),
        ),
        facets=facets.learn(cues, asked),
    )


def _without_topic(
    catalogue: Catalogue, of: tuple[Document, ...], reader: Reader
) -> list[tuple[Reading, int]]:
    """Names and aliases before what may be asked of anything, which tells nothing of the topic."""
    neutral: dict[bool, list[str]] = {True: [], False: []}
    for words in catalogue.words.neutral:
        neutral[words.isascii()].append(words)
    return [
        (reader.read(f"{one.text} {words}"), one.subject)
        for one in of
        if one.facet is None and one.subject < len(catalogue.entries)
        for words in neutral[one.text.isascii()]
    ]


def _evidence(scores: Floats, order: Sequence[int], subject: int, known: float) -> Evidence:
    score = float(scores[subject])
    rival = max((float(scores[one]) for one in order[:2] if one != subject), default=0.0)
    return Evidence(margin=score - rival, known=known)
