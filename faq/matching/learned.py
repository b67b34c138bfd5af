"""What is learnt from the content, as plain arrays: kept beside the database to start quickly."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from sys import intern
from typing import Any

import numpy as np
import numpy.typing as npt

from faq.facts import digest
from faq.features import lines
from faq.features.classifier import Classifier
from faq.features.compact import Compact
from faq.features.lines import Lines
from faq.features.network import Network
from faq.features.numbers import Numbers
from faq.features.pinyin import Table
from faq.features.space import Space
from faq.matching.background import Background
from faq.matching.documents import Document
from faq.matching.index import Index
from faq.matching.names import Names

Array = npt.NDArray[Any]  # numbers or bytes, as numpy stores them
Arrays = Mapping[str, Array]
_TAUGHT = 17  # raise it when from the same words something else is learnt,
FORMAT = 5  # and it when the same is kept in other arrays
_PARTS = ("index", "names", "topics", "network", "facets", "halves", "background")


@dataclass(frozen=True, slots=True)
class Learned:
    """Everything the matcher computes from the documents, the answers and the words."""

    key: str
    searched: Array  # the numbers of the documents that are in the index
    texts: Lines  # and what they are read as
    syllables: Table
    telling: tuple[str, ...]
    space: Space
    index: Index
    names: Names
    topics: Classifier
    network: Network
    facets: Compact
    halves: Compact
    background: Background

    def arrays(self) -> Arrays:
        """The same as named arrays."""
        packed: dict[str, Array] = {
            "key": lines.pack([self.key]),
            "format": np.array([FORMAT]),
            "searched": self.searched,
            "texts": self.texts.letters,
            "letters": lines.pack(self.syllables),
            "sounds": lines.pack(self.syllables.values()),
            "telling": lines.pack(self.telling),
            "grams": self.space.numbers.texts.letters,
            "grams.hashes": self.space.numbers.hashes,
            "grams.order": self.space.numbers.order,
            "idf": self.space.idf,
            "unknown": np.array([self.space.unknown]),
        }
        for name in _PARTS:
            part = getattr(self, name)
            for one in fields(part):
                packed[f"{name}.{one.name}"] = np.asarray(getattr(part, one.name))
        return packed


def key(documents: Iterable[Document], told: Iterable[str], others: tuple[object, ...]) -> str:
    """What the learnt depends on, in a few letters: equal keys, equal results."""
    taught = [f"{one.subject}\t{one.facet}\t{one.text}" for one in documents]
    return digest("\n".join([f"{_TAUGHT}\n{others}", *taught, *told]))


def learned_key(arrays: Arrays) -> str:
    """The key that arrays were kept under; none if they are of another format."""
    if "key" not in arrays or arrays.get("format", (0,))[0] != FORMAT:
        return ""
    return _unpack(arrays["key"])[0]


def restore(kept: Learned | Arrays, wanted: str) -> Learned | None:
    """What ``kept`` holds, if it was learnt from the wanted content; None if not."""
    if isinstance(kept, Learned):
        return kept if kept.key == wanted else None
    return _unpacked(kept, wanted)


def _unpacked(arrays: Arrays, wanted: str) -> Learned | None:
    try:
        if learned_key(arrays) != wanted:
            return None
        return Learned(
            key=wanted,
            searched=arrays["searched"],
            texts=lines.unpack(arrays["texts"]),
            syllables=dict(zip(_unpack(arrays["letters"]), _unpack(arrays["sounds"]), strict=True)),
            telling=tuple(word for word in _unpack(arrays["telling"]) if word),
            space=Space(
                Numbers(
                    lines.unpack(arrays["grams"]), arrays["grams.hashes"], arrays["grams.order"]
                ),
                arrays["idf"],
                float(arrays["unknown"][0]),
            ),
            index=Index(**{one.name: arrays[f"index.{one.name}"] for one in fields(Index)}),
            names=Names(**{one.name: arrays[f"names.{one.name}"] for one in fields(Names)}),
            topics=_topics(arrays),
            network=Network(**{one.name: arrays[f"network.{one.name}"] for one in fields(Network)}),
            facets=_compact(arrays, "facets"),
            halves=_compact(arrays, "halves"),
            background=_background(arrays),
        )
    except (KeyError, ValueError):
        return None


def _topics(arrays: Arrays) -> Classifier:
    classes, *others = (arrays[f"topics.{one.name}"] for one in fields(Classifier))
    return Classifier(int(classes), *others)


def _compact(arrays: Arrays, name: str) -> Compact:
    return Compact(*(arrays[f"{name}.{one.name}"] for one in fields(Compact)))


def _background(arrays: Arrays) -> Background:
    topics, starts, columns, weights = (
        arrays[f"background.{one.name}"] for one in fields(Background)
    )
    return Background(int(topics), starts, columns, weights)


def _unpack(packed: Array) -> tuple[str, ...]:
    lines = packed.tobytes().decode("utf-8", "surrogatepass").split("\n")
    return tuple(map(intern, lines))  # 20,000 letters have 400 sounds
