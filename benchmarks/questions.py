"""Labelled questions: what a person might type, and which answers would help."""

import json
from pathlib import Path

from pydantic import ValidationError

from faq.catalogue import PACKAGED
from faq.questions import read as read_content
from faq.schema.questions import Labelled, Sort

__all__ = ["CONTENT", "HELD_BACK", "BadLine", "Labelled", "Sort", "read"]

HELD_BACK = Path(__file__).parent / "questions" / "held_back.jsonl"
CONTENT = PACKAGED / "tests"


class BadLine(Exception):
    """A line that is no labelled question; the text says where and why."""


def read(file: Path) -> tuple[Labelled, ...]:
    """The labelled questions of a file of JSON lines, or of a content's ``tests`` or ``unseen``
    folder; at least one. Raises BadLine.
    """
    found = _content(file) if file.is_dir() else _lines(file)
    if not found:
        raise BadLine(f"{file}: no questions")
    return found


def _content(folder: Path) -> tuple[Labelled, ...]:
    questions, problems = read_content(folder.parent, folder.name)
    if problems:
        raise BadLine("\n".join(map(str, problems)))
    return questions


def _lines(file: Path) -> tuple[Labelled, ...]:
    lines = file.read_text("utf-8").split("\n")
    return tuple(
        _labelled(line, f"{file}:{number}") for number, line in enumerate(lines, 1) if line.strip()
    )


def _labelled(line: str, place: str) -> Labelled:
    try:
        record = json.loads(line)
    except ValueError:
        raise BadLine(f"{place}: not JSON") from None
    if not isinstance(record, dict):
        raise BadLine(f"{place}: not a JSON object")
    known = {key: record[key] for key in Labelled.model_fields if record.get(key) is not None}
    try:
        return Labelled.model_validate(known)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        raise BadLine(f"{place}: {'.'.join(map(str, fault['loc']))}: {fault['msg']}") from None
