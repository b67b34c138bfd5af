"""Reads content files as records; every fault is kept with its place, and reading goes on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TypeAlias, TypeVar

from pydantic import BaseModel, ValidationError

from faq import files, yamltree
from faq.facts import digest
from faq.model import Level, Problem
from faq.schema import validate

MAX_BYTES = 500_000
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class FileRead:
    """What a file was read as: digests of its letters and of what they say, and the record, None
    if it has faults.
    """

    letters: bytes
    value: str
    record: BaseModel | None

    def of(self, model: type[M]) -> M | None:
        """The record, if it is one of ``model``."""
        return self.record if isinstance(self.record, model) else None


@dataclass(frozen=True, slots=True)
class StoredRead:
    """The same, the record as the JSON it was kept as."""

    letters: bytes
    value: str
    json: str

    def of(self, model: type[M]) -> M | None:
        """The record, if it is one of ``model``."""
        try:
            return model.model_validate_json(self.json)
        except ValidationError:
            return None


Known: TypeAlias = Mapping[str, FileRead | StoredRead]


class Loader:
    """Reads files below ``root``, keeping the trees for messages and every problem found.

    A file that is ``known``, letter for letter, is not read again.
    """

    def __init__(self, root: Path, known: Known | None = None) -> None:
        self.root = root
        self.read: dict[str, FileRead] = {}
        self.trees: dict[str, yamltree.Tree] = {}
        self.problems: list[Problem] = []
        self._known = known or {}
        self._names = self._listed()
        self._asked: set[str] = set()

    def _listed(self) -> tuple[str, ...]:
        """The files there are to read; none if there are more than may be."""
        found = files.listing(self.root)
        for name in found.odd:
            message = "不是普通文件(是链接或设备),不能放在内容里 / no plain file; remove it"
            self.problems.append(Problem(name, 1, 1, Level.ERROR, "file", message))
        if found.is_cut:
            message = f"文件超过 {files.MAX_FILES} 个 / more than {files.MAX_FILES} files"
            self.problems.append(Problem(str(self.root), 1, 1, Level.ERROR, "size", message))
            return ()
        return found.files

    def has(self, name: str) -> bool:
        """Whether there is such a file."""
        return name in self._names

    def file(self, name: str, model: type[M]) -> M | None:
        """One file as ``model``; None, and problems noted, when it cannot be had."""
        self._asked.add(name)
        try:
            data = yamltree.content_bytes(self.root, name, MAX_BYTES)
            known = self._known.get(name)
            letters = sha256(data).digest()
            same = known.of(model) if known and known.letters == letters else None
            if known and same is not None:
                self.read[name] = FileRead(letters, known.value, same)
                return same
            tree = yamltree.parse(data, name, limit=MAX_BYTES)
        except yamltree.Refused as refused:
            self.problems.append(refused.problem)
            return None
        self.trees[name] = tree
        record, problems = validate(model, tree)
        self.problems.extend(problems)
        self.read[name] = FileRead(letters, digest(str(tree.value)), record)
        return record

    def folder(self, pattern: str, model: type[M]) -> Iterator[tuple[str, M]]:
        """Every file that matches ``pattern``, in order of its path."""
        for name in self.names(pattern):
            record = self.file(name, model)
            if record is not None:
                yield name, record

    def names(self, pattern: str) -> Iterator[str]:
        """The files whose path matches ``pattern`` part for part."""
        for name in self._names:
            if name.count("/") == pattern.count("/") and PurePosixPath(name).match(pattern):
                yield name

    def left_unread(self) -> Iterator[str]:
        """The YAML files that nothing asked for."""
        for name in self._names:
            if name.endswith((".yaml", ".yml")) and name not in self._asked:
                yield name

    def report(self, name: str, where: yamltree.Where, rule: str, message: str) -> None:
        """Note an error at a place in a file that was read."""
        if name not in self.trees:
            self.trees[name] = yamltree.read_content(self.root, name, MAX_BYTES)
        self.problems.append(self.trees[name].problem(where, rule, message, Level.ERROR))
