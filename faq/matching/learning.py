"""Learns what the matcher searches with, from every document and answer of the content."""

from collections.abc import Sequence

import numpy as np

from faq.catalogue import Catalogue
from faq.features import lines, network_training, pinyin, training
from faq.features.space import Ints, Vector, span
from faq.matching import background, facets, halves, index, names, telling
from faq.matching.documents import Document, Subject, documents
from faq.matching.learned import Learned
from faq.matching.reading import Reader, Reading
from faq.model import Facet, Kind

_FEW = 10_000  # documents, all of which are quickly searched
_SHORT = 4  # letters
_NAMED = (Kind.ENTRY, Kind.CLARIFICATION)  # a broad question is as good a name: it asks which
# Chosen on questions nobody wrote a phrasing for; beside the network more orders gain nothing.
_COURSE = training.Course(counted=0.025, orders=1)


def learn(catalogue: Catalogue, subjects: tuple[Subject, ...], key: str) -> Learned:
    """What the documents of ``subjects`` teach; takes seconds for thousands."""
    of = tuple(documents(catalogue, subjects))
    syllables = pinyin.table()
    plain = Reader(catalogue.words, syllables)
    words = [plain.read(document.text).grams for document in of]
    told = telling.mine(words, [document.subject for document in of])
    reader = Reader(catalogue.words, syllables, told)
    readings = [reader.read(document.text) for document in of]
    space = span([reading.grams for reading in readings])
    vectors = [space.vector(reading.grams) for reading in readings]
    grams = len(space.numbers)
    cues = facets.Cues(catalogue.words.facet_cues, grams)
    asked = [
        (one.facet or Facet.OVERVIEW, reading, vector)
        for one, reading, vector in zip(of, readings, vectors, strict=True)
        if subjects[one.subject].kind is Kind.ENTRY
    ]
    neutral = _without_topic(catalogue, of, reader)
    half, whole = (
        [space.vector(reader.read(text).grams) for text in texts]
        for texts in (catalogue.halves.half, catalogue.halves.whole)
    )
    taught = [*vectors, *(space.vector(reading.grams) for reading, _ in neutral)]
    labels = [*(one.subject for one in of), *(subject for _, subject in neutral)]
    size = (grams, len(subjects))
    topics, hard = training.train_with_hard(taught, labels, size, _COURSE)
    searched = _searched(subjects, of, readings, hard)
    return Learned(
        key=key,
        searched=searched,
        texts=lines.unpack(lines.pack(readings[at].text for at in searched)),
        syllables=syllables,
        telling=told,
        space=space,
        index=index.build([vectors[at] for at in searched], grams),
        names=names.learn(_named(subjects, of, vectors), grams),
        topics=topics,
        network=network_training.train(taught, labels, size),
        facets=facets.learn(cues, asked),
        halves=halves.learn(half, [*vectors, *whole], grams),
        background=background.learn(background.texts(catalogue, subjects), plain, space),
    )


def _searched(
    subjects: Sequence[Subject],
    of: Sequence[Document],
    readings: Sequence[Reading],
    hard: training.Marks,
) -> Ints:
    """The documents in which the likest is looked for: all of a few; of many the names, the short
    ones and those that are hard to learn, as of the others the classifier is sure by itself.
    """
    kept = [
        at
        for at, (one, reading) in enumerate(zip(of, readings, strict=True))
        if len(of) <= _FEW or hard[at] or len(reading.text) <= _SHORT or _is_name(subjects, one)
    ]
    return np.array(kept, np.int32)


def _named(
    subjects: Sequence[Subject], of: Sequence[Document], vectors: Sequence[Vector]
) -> list[tuple[int, Vector]]:
    """The names of what is called by a name, by the number of their subject."""
    return [
        (one.subject, vector)
        for one, vector in zip(of, vectors, strict=True)
        if _is_name(subjects, one)
    ]


def _is_name(subjects: Sequence[Subject], one: Document) -> bool:
    return one.facet is None and subjects[one.subject].kind in _NAMED


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
