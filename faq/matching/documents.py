"""What the matcher searches: every phrasing, name and alias of every topic."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from faq.catalogue import Catalogue
from faq.features.lines import Lines, pack, unpack
from faq.model import Facet, Kind
from faq.schema.entry import Phrasings


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic the matcher can find."""

    id: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Document:
    """A way to ask for a subject; ``facet`` is None where the text says nothing about it."""

    subject: int
    facet: Facet | None
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Searched:
    """The documents in which the likest is looked for, in their order: their subjects, and their
    texts as they were written.
    """

    subjects: tuple[int, ...]
    texts: Lines


def searched(of: Iterable[Document], places: npt.NDArray[np.integer]) -> Searched:
    """Those of the documents ``of`` the content that are at ``places``, in rising order."""
    wanted = set(places.tolist())
    kept = [(one.subject, one.text.replace("\n", " ")) for at, one in enumerate(of) if at in wanted]
    return Searched(tuple(at for at, _ in kept), unpack(pack(text for _, text in kept)))


def subjects(catalogue: Catalogue) -> tuple[Subject, ...]:
    """Every topic, in a fixed order."""
    kinds = (
        (Kind.REFERRAL, catalogue.referrals),
        (Kind.FRAME, catalogue.frames),
        (Kind.SMALL_TALK, catalogue.small_talk),
        (Kind.CLARIFICATION, catalogue.clarifications),
    )
    entries = [
        Subject(name, Kind.REFERRAL if entry.referral else Kind.ENTRY)
        for name, entry in sorted(catalogue.entries.items())
    ]
    others = [Subject(name, kind) for kind, records in kinds for name in sorted(records)]
    return (*entries, *others)


def documents(catalogue: Catalogue, of: tuple[Subject, ...]) -> Iterator[Document]:
    """Every document of the given subjects."""
    for at, subject in enumerate(of):
        if subject.id in catalogue.entries:
            yield from _entry(catalogue, at, subject.id)
        else:
            yield from _other(catalogue, at, subject)


def asked(catalogue: Catalogue, of: tuple[Subject, ...]) -> Iterator[tuple[int, Facet, int]]:
    """How many phrasings of each of the given subjects ask each facet."""
    for at, subject in enumerate(of):
        if subject.id in catalogue.entries:
            phrasings = catalogue.entries[subject.id].phrasings
            for by_facet in (phrasings.zh, phrasings.en):
                for facet, texts in by_facet.items():
                    yield at, facet, len(texts)


def _entry(catalogue: Catalogue, at: int, name: str) -> Iterator[Document]:
    item = catalogue.facts[name].item
    for text in (item.name, item.name_en, *item.aliases):
        yield Document(at, None, text)
    phrasings = catalogue.entries[name].phrasings
    for by_facet in (phrasings.zh, phrasings.en):
        for facet, texts in by_facet.items():
            for text in texts:
                yield Document(at, facet, text)


def _other(catalogue: Catalogue, at: int, subject: Subject) -> Iterator[Document]:
    phrasings = _phrasings(catalogue, subject)
    for text in (*phrasings.zh, *phrasings.en):
        yield Document(at, None, text)


def _phrasings(catalogue: Catalogue, subject: Subject) -> Phrasings:
    if subject.kind is Kind.REFERRAL:
        return catalogue.referrals[subject.id].phrasings
    if subject.kind is Kind.FRAME:
        return catalogue.frames[subject.id].phrasings
    if subject.kind is Kind.CLARIFICATION:
        return catalogue.clarifications[subject.id].phrasings
    return catalogue.small_talk[subject.id].phrasings
