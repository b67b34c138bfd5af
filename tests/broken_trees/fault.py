"""A fault: what it is called, the file it is in, and how to put it into a sound tree."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tests import content


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to break a tree. Problems must name ``path``, and one of them ``rule``."""

    name: str
    path: str
    rule: str
    put: Callable[[Path], None]


class Row(Protocol):
    """The faults of one row of the list of threats."""

    def faults(self) -> Iterator[Fault]:
        """Every fault of the row."""
        ...


@dataclass(frozen=True, slots=True)
class Replaced:
    """Faults that replace one text of one file by another: (rule, old, new)."""

    row: str
    path: str
    cases: Iterable[tuple[str, str, str]]

    def faults(self) -> Iterator[Fault]:
        """One fault a case."""
        for at, (rule, old, new) in enumerate(self.cases, 1):
            name = f"{self.row}-{Path(self.path).stem}-{at}"
            yield Fault(name, self.path, rule, self._put(old, new))

    def _put(self, old: str, new: str) -> Callable[[Path], None]:
        return lambda root: content.damage(root, self.path, old, new)


@dataclass(frozen=True, slots=True)
class Written:
    """Faults that put other bytes in the place of a file: (rule, bytes)."""

    row: str
    path: str
    cases: Iterable[tuple[str, bytes]]

    def faults(self) -> Iterator[Fault]:
        """One fault a case."""
        for at, (rule, data) in enumerate(self.cases, 1):
            name = f"{self.row}-{Path(self.path).stem}-bytes-{at}"
            yield Fault(name, self.path, rule, self._put(data))

    def _put(self, data: bytes) -> Callable[[Path], None]:
        def write(root: Path) -> None:
            (root / self.path).write_bytes(data)

        return write


@dataclass(frozen=True, slots=True)
class Done:
    """Faults that are more than other bytes: (name, path, rule, what to do)."""

    row: str
    cases: Iterable[tuple[str, str, str, Callable[[Path], object]]]

    def faults(self) -> Iterator[Fault]:
        """One fault a case."""
        for name, path, rule, act in self.cases:
            yield Fault(f"{self.row}-{name}", path, rule, self._put(act))

    @staticmethod
    def _put(act: Callable[[Path], object]) -> Callable[[Path], None]:
        def put(root: Path) -> None:
            act(root)

        return put
