"""The lines the screen is taught with: what people write in danger, and what only sounds like it.

They stand in ``lines/``: a file a kind and ``none.txt``, one text a line, and ``others.tsv`` with
kind and text in Korean, Japanese and Russian. None of them is a test question.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from faq.model import Alert

FOLDER = Path(__file__).parent / "lines"
_NONE = "none"


@dataclass(frozen=True, slots=True)
class Line:
    """A text with the kind of danger it tells of; None for an ordinary text."""

    text: str
    kind: Alert | None


def lines(folder: Path = FOLDER) -> tuple[Line, ...]:
    """Every line of ``folder``, the files in the order of the kinds."""
    found: list[Line] = []
    for name in (_NONE, *Alert):
        texts = (folder / f"{name}.txt").read_text("utf-8").splitlines()
        found += (Line(text, _kind(name)) for text in texts)
    for row in (folder / "others.tsv").read_text("utf-8").splitlines():
        name, _, text = row.partition("\t")
        found.append(Line(text, _kind(name)))
    return tuple(found)


def key(taught: Sequence[Line]) -> str:
    """A digest of the lines: what was learnt from others has another."""
    text = "\n".join(f"{line.kind}\t{line.text}" for line in taught)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _kind(name: str) -> Alert | None:
    return None if name == _NONE else Alert(name)
