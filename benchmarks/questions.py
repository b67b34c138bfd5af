"""Labelled questions: what a person might type, and which answers would help."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from faq.model import Facet

HELD_BACK = Path(__file__).parent / "questions" / "held_back.jsonl"


class Sort(StrEnum):
    """What a labelled question is there to test."""

    IN_SCOPE = "in_scope"
    FOLLOW_UP = "follow_up"
    AMBIGUOUS = "ambiguous"
    OUT_OF_SCOPE = "out_of_scope"
    EMERGENCY = "emergency"
    HARMFUL = "harmful"
    CHITCHAT = "chitchat"


class BadLine(Exception):
    """A line that is no labelled question; the text says where and why."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A question with its labels: ``entries`` and ``facets`` are all acceptable ones."""

    id: str
    text: str
    lang: str
    sort: Sort
    entries: tuple[str, ...] = ()
    facets: tuple[Facet, ...] = ()
    context: tuple[str, ...] = ()
    style: tuple[str, ...] = ()


def read(file: Path) -> tuple[Labelled, ...]:
    """The labelled questions of a file of JSON lines, at least one; raises BadLine."""
    lines = file.read_text("utf-8").split("\n")
    found = tuple(
        _labelled(line, f"{file}:{number}") for number, line in enumerate(lines, 1) if line.strip()
    )
    if not found:
        raise BadLine(f"{file}: no questions")
    return found


def _labelled(line: str, place: str) -> Labelled:
    try:
        record = json.loads(line)
    except ValueError:
        raise BadLine(f"{place}: not JSON") from None
    if not isinstance(record, dict):
        raise BadLine(f"{place}: not a JSON object")
    try:
        return Labelled(
            id=_text(record, "id"),
            text=_text(record, "text"),
            lang=_text(record, "lang"),
            sort=Sort(_text(record, "kind")),
            entries=_texts(record, "entries"),
            facets=tuple(Facet(name) for name in _texts(record, "facets")),
            context=_texts(record, "context"),
            style=_texts(record, "style"),
        )
    except ValueError as fault:
        raise BadLine(f"{place}: {fault}") from None


def _text(record: Mapping[str, object], key: str) -> str:
    value = record.get(key)
    if not isinstance(value, str):
        raise ValueError(f"{key} must be a string")
    return value


def _texts(record: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = record.get(key) or []
    if not isinstance(value, list):
        raise ValueError(f"{key} must be a list of strings")
    return tuple(_text({key: one}, key) for one in value)
