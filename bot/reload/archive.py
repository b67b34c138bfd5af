"""A content folder packed into bytes, so that what was checked is what goes live and is kept."""

import io
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from faq import files
from faq.loader import MAX_BYTES
from faq.model import Level, Problem

_MOST_IN_ALL = 50_000_000
_ANY_DATE = (1980, 1, 1, 0, 0, 0)  # so that equal content packs into equal bytes


class Unpackable(Exception):
    """A folder that is no content tree; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def pack(folder: Path) -> bytes:
    """The YAML files of ``folder``, each read once; raises Unpackable.

    A file that is too large is packed no further than is needed to see that.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in _files(folder):
            out.writestr(zipfile.ZipInfo(name, _ANY_DATE), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def unpack(packed: bytes, below: Path) -> Path:
    """The folder below ``below`` that holds what was packed, named by its ``fingerprint``; written
    once, whole or not at all.
    """
    with zipfile.ZipFile(io.BytesIO(packed)) as stored:
        folder = below / _digest((name, stored.read(name)) for name in stored.namelist())
        if folder.is_dir():
            return folder
        beside = folder.with_suffix(".part")
        shutil.rmtree(beside, ignore_errors=True)
        stored.extractall(beside)
    beside.rename(folder)
    return folder


def fingerprint(folder: Path) -> str:
    """What tells this content from any other, at little cost; raises Unpackable."""
    return _digest(_files(folder))


def clear(below: Path, but: frozenset[Path]) -> None:
    """Remove what was unpacked below ``below`` and is not in use."""
    for folder in below.glob("*"):
        if folder not in but:
            shutil.rmtree(folder, ignore_errors=True)


def _digest(parts: Iterable[tuple[str, bytes]]) -> str:
    found = sha256()
    for name, data in parts:
        found.update(f"{name}\0{len(data)}\0".encode())
        found.update(data)
    return found.hexdigest()[:16]


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    size = 0
    for name in _names(folder):
        data = _read(folder, name)
        size += len(data)
        if size > _MOST_IN_ALL:
            message = f"内容超过 {_MOST_IN_ALL} 字节 / larger than that in all"
            raise _unpackable(str(folder), "size", message)
        yield name, data


def _names(folder: Path) -> tuple[str, ...]:
    if not folder.is_dir():
        message = "找不到内容目录 / there is no such content folder"
        raise _unpackable(str(folder), "file", message)
    found = files.listing(folder)
    if found.odd:
        message = "不是普通文件(是链接或设备),不能放在内容里 / no plain file; remove it"
        raise _unpackable(found.odd[0], "file", message)
    if found.is_cut:
        message = f"文件超过 {files.MAX_FILES} 个 / more than {files.MAX_FILES} files"
        raise _unpackable(str(folder), "size", message)
    return tuple(name for name in found.files if name.endswith((".yaml", ".yml")))


def _read(folder: Path, name: str) -> bytes:
    try:
        return files.read_below(folder, name, MAX_BYTES + 1)
    except OSError as error:
        message = f"读不了这个文件 / cannot be read: {error.strerror}"
        raise _unpackable(name, "file", message) from None


def _unpackable(name: str, rule: str, message: str) -> Unpackable:
    return Unpackable(Problem(name, 1, 1, Level.ERROR, rule, message))
