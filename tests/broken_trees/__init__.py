"""Content trees broken in every way we know of, made from the small tree one fault at a time.

`python -m tests.broken_trees` measures how each is refused by a process of its own.
"""

from collections.abc import Iterator
from pathlib import Path

from tests.broken_trees import files, meaning, reading
from tests.broken_trees.fault import Fault

ROWS = (*reading.ROWS, *files.ROWS, *meaning.ROWS)


def every() -> Iterator[Fault]:
    """Every fault; its name begins with the row of the list of threats that it stands for."""
    for row in ROWS:
        yield from row.faults()


def broken(root: Path, fault: Fault) -> Path:
    """The tree at ``root`` with the fault in it."""
    fault.put(root)
    return root
