"""Learns what the matcher searches with, from every document and answer of the content."""

from collections.abc import Sequence

from faq.catalogue import Catalogue
from faq.features import classifier, lines, pinyin
from faq.features.compact import compact
from faq.features.space import Vector, span
from faq.matching import background, facets, halves, index, names, telling
from faq.matching.documents import Document, Subject, groups
from faq.matching.learned import Learned
from faq.matching.reading import Reader, Reading
from faq.model import Facet, Kind

_NAMED = (Kind.ENTRY, Kind.CLARIFICATION)  # a broad question is as good a name: it asks which
_COURSE = classifier.Course(counted=0.025)  # chosen on questions nobody wrote a phrasing for


def learn(
    catalogue: Catalogue, subjects: Sequence[Subject], of: tuple[Document, ...], key: str
) -> Learned:
    """What ``of``, the documents of ``subjects``, teach; takes seconds for thousands."""
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
    kinds = groups(catalogue, subjects)
    return Learned(
        key=key,
        texts=lines.unpack(lines.pack(reading.text for reading in readings)),
        syllables=syllables,
        telling=told,
        space=space,
        index=index.build(vectors, grams),
        names=names.learn(_named(subjects, of, vectors), grams),
        topics=classifier.train(
            [*vectors, *(space.vector(reading.grams) for reading, _ in neutral)],
            [*(one.subject for one in of), *(subject for _, subject in neutral)],
            (grams, len(subjects)),
            _COURSE,
        ),
        groups=compact(
            classifier.train(
                vectors, [kinds[one.subject] for one in of], (grams, max(kinds, default=-1) + 1)
            )
        ),
        facets=facets.learn(cues, asked),
        halves=halves.learn(half, [*vectors, *whole], grams),
        background=background.learn(background.texts(catalogue, subjects), plain, space),
    )


def _named(
    subjects: Sequence[Subject], of: Sequence[Document], vectors: Sequence[Vector]
) -> list[tuple[int, Vector]]:
    """The names of what is called by a name, by the number of their subject."""
    return [
        (one.subject, vector)
        for one, vector in zip(of, vectors, strict=True)
        if one.facet is None and subjects[one.subject].kind in _NAMED
    ]


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
