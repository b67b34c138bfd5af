"""What the answers themselves say: weak evidence for a question that no phrasing is like.

Someone who asks about 背景调查 or 高铁站 in words nobody wrote down may still use those of the
answer. Figures are left out, so that a corrected fee leaves everything learnt as it is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from faq.catalogue import Catalogue
from faq.features.runs import lengths, values
from faq.features.space import Floats, Ints, Space, Vector
from faq.matching.documents import Subject
from faq.matching.reading import Reader

_MOST = 6000  # letters of an entry
_RAREST = 8.0  # no gram counts for more than this, so that a name in one answer does not decide
_FIELDS = ("conditions", "materials", "steps", "pitfalls", "where", "legal_basis")
_FIGURES = re.compile(r"\{[^}]*\}|\d+")


@dataclass(frozen=True, slots=True)
class Background:
    """Which topics' answers have a gram: those of gram ``g`` are at ``starts[g]:starts[g + 1]``;
    ``weights`` says how telling each gram is.
    """

    topics: int
    starts: Ints
    columns: Ints
    weights: Floats

    def coverage(self, question: Vector) -> Floats:
        """Which share of the question, by weight, the answers of each topic have (0 to 1)."""
        ours = self.weights[question.grams]
        total = float(ours.sum())
        if not total:
            return np.zeros(self.topics, np.float32)
        (columns,) = values(self.starts, question.grams, self.columns)
        each = np.repeat(ours, lengths(self.starts, question.grams))
        found = np.bincount(columns, each, self.topics)
        return (found / total).astype(np.float32)


def texts(catalogue: Catalogue, of: Sequence[Subject]) -> tuple[str, ...]:
    """What is told about each subject, in one text; nothing where nothing is told."""
    return tuple(_FIGURES.sub(" ", _text(catalogue, one.id))[:_MOST] for one in of)


def learn(told: Sequence[str], reader: Reader, space: Space) -> Background:
    """Learn from what is told, with the weights that grams have in ``space``."""
    grams = [np.unique(space.vector(reader.read(text).grams).grams) for text in told]
    sizes = [len(one) for one in grams]
    every = np.concatenate([np.zeros(0, np.int32), *grams])
    topics = np.repeat(np.arange(len(told), dtype=np.int32), sizes)
    counts = np.bincount(every, minlength=len(space.numbers))
    starts = np.zeros(len(counts) + 1, np.int32)
    starts[1:] = np.cumsum(counts)
    answered = sum(1 for size in sizes if size)
    rarity = np.log((answered + 1) / (counts + 0.5)).clip(0.0)
    weights = np.where(counts > 0, np.minimum(space.idf, _RAREST) * rarity, 0.0)
    order = np.argsort(every, kind="stable")
    return Background(len(told), starts, topics[order], weights.astype(np.float32))


def _text(catalogue: Catalogue, topic: str) -> str:
    if topic in catalogue.entries:
        said = dict.fromkeys([*_answers(catalogue, topic), *_facts(catalogue, topic)])
        return " ".join(said)
    if topic in catalogue.referrals:
        return catalogue.referrals[topic].text.zh
    return ""


def _answers(catalogue: Catalogue, entry: str) -> Iterator[str]:
    for answer in catalogue.entries[entry].answers.values():
        yield answer.staff.zh or answer.built.zh or ""
        yield answer.staff.en or answer.built.en or ""


def _facts(catalogue: Catalogue, entry: str) -> Iterator[str]:
    item = catalogue.facts[entry].item.model_dump(include=set(_FIELDS))
    for field in _FIELDS:
        yield from _strings(item.get(field))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _each(value.values())
    elif isinstance(value, list | tuple):
        yield from _each(value)


def _each(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        yield from _strings(value)
