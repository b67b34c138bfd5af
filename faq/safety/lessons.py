"""The lines the screens are taught with: what people write in danger or ask to do harm, and what
only sounds like it.

They stand in ``lines/``, a folder a screen: a file a kind and ``none.txt``, one text a line, and
``others.tsv`` with kind and text in other languages. None of them is a test question.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from faq.model import Alert, Harm

_FOLDER = Path(__file__).parent / "lines"
_NONE = "none"
_OTHERS = "others.tsv"


@dataclass(frozen=True, slots=True)
class Line:
    """A text with the kind of danger or harm it tells of; None for an ordinary text."""

    text: str
    kind: str | None


def of_danger() -> tuple[Line, ...]:
    """What people write in danger, and what only sounds like it."""
    return _lines(_FOLDER / "danger", Alert)


def of_harm() -> tuple[Line, ...]:
    """What people ask who want to do harm, and lawful questions in the same words."""
    return _lines(_FOLDER / "harm", Harm)


def apart_of_harm() -> tuple[Line, ...]:
    """Requests and lawful questions that the screen is not taught: what it makes of them is weighed
    against how they ask.
    """
    return _of_kind("apart/harm", "harm") + _of_kind("apart/none", None)


def key(taught: Sequence[Line]) -> str:
    """A digest of the lines: what was learnt from others has another."""
    text = "\n".join(f"{line.kind}\t{line.text}" for line in taught)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _of_kind(name: str, kind: str | None) -> tuple[Line, ...]:
    texts = (_FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(Line(text, kind) for text in texts)


def _lines(folder: Path, kinds: type[StrEnum]) -> tuple[Line, ...]:
    """Every line of ``folder``, the files in the order of the kinds."""
    found: list[Line] = []
    for name in (_NONE, *kinds):
        texts = (folder / f"{name}.txt").read_text("utf-8").splitlines()
        found += (Line(text, _kind(name)) for text in texts)
    for row in (folder / _OTHERS).read_text("utf-8").splitlines():
        name, _, text = row.partition("\t")
        found.append(Line(text, _kind(name)))
    return tuple(found)


def _kind(name: str) -> str | None:
    return None if name == _NONE else name
