"""A manual whose examples can be tried: edits as diffs, commands with what they print.

A section (``## ``) starts from fresh content. In it a fence ``diff PATH`` is an edit to a file, and
a fence ``console`` holds ``$ jingwu …`` lines with what they print; ``…`` stands for any lines.
Line and column numbers are not compared, as they move with every edit of the content.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PLACE = re.compile(r":\d+:\d+: ")


@dataclass(frozen=True, slots=True)
class Edit:
    """In ``path``, ``old`` is to become ``new``."""

    path: str
    old: str
    new: str

    def make(self, root: Path) -> None:
        """Make the edit; the old text must stand there once."""
        text = (root / self.path).read_text("utf-8")
        assert text.count(self.old) == 1, (
            f"{text.count(self.old)} times in {self.path}:\n{self.old}"
        )
        (root / self.path).write_text(text.replace(self.old, self.new), "utf-8")


@dataclass(frozen=True, slots=True)
class Run:
    """A command, and what it prints."""

    words: tuple[str, ...]
    printed: str

    def is_printed(self, text: str) -> bool:
        """Whether ``text`` is what the manual says."""
        parts = [re.escape(_unplaced(part)) for part in re.split(r"^…\n", self.printed, flags=re.M)]
        return re.fullmatch(r"(?:.*\n)*".join(parts), _unplaced(text)) is not None


def sections(manual: str) -> Iterator[tuple[str, tuple[Edit | Run, ...]]]:
    """Each section with its steps in order; sections without any are left out."""
    for section in re.split(r"^## ", manual, flags=re.M)[1:]:
        title = section.partition("\n")[0]
        steps = tuple(
            step for fence in _FENCE.finditer(section) for step in _steps(*fence.groups())
        )
        if steps:
            yield title, steps


def _steps(kind: str, path: str | None, body: str) -> Iterator[Edit | Run]:
    lines = body.splitlines()
    if kind == "diff" and path:
        old = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("+"))
        new = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("-"))
        yield Edit(path, old, new)
    elif kind == "console":
        for command in re.split(r"^\$ jingwu ", body, flags=re.M)[1:]:
            first, _, printed = command.partition("\n")
            yield Run(tuple(first.split()), printed)


def _unplaced(text: str) -> str:
    return _PLACE.sub(":0:0: ", text)
