"""Arrays in one file, mapped: what a question does not need is not read, and takes no memory.

The file holds each array as numpy's ``.npy``, one after the other, first the names; each begins at
a multiple of 64 bytes, so that numbers lie where a processor wants them. A checksum ends it.
"""

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import IO, Any
from zlib import crc32

import numpy as np
import numpy.typing as npt
from numpy.lib import format as npy

Array = npt.NDArray[Any]
_STEP = 64
_CHECKSUM = 4
_CHUNK = 1 << 20


def write(file: Path, arrays: Mapping[str, Array]) -> None:
    """Write ``arrays`` to ``file``; raises OSError."""
    names = np.frombuffer("\n".join(arrays).encode(), np.uint8)
    check = 0
    with file.open("wb") as out:
        for array in (names, *arrays.values()):
            piece = _piece(array)
            check = crc32(piece, check)
            out.write(piece)
        out.write(check.to_bytes(_CHECKSUM, "little"))


def read(file: Path) -> Mapping[str, Array]:
    """The arrays of ``file``, which may be replaced but not written to while they are in use;
    raises OSError or ValueError if it is damaged.
    """
    with file.open("rb") as opened:
        size = _checked(opened)
        whole = np.asarray(np.memmap(opened, np.uint8, "r"))
        names, *arrays = _pieces(opened, whole, size)
    return dict(zip(names.tobytes().decode().split("\n"), arrays, strict=True))


def _piece(array: Array) -> bytes:
    out = BytesIO()
    npy.write_array(out, np.ascontiguousarray(array).reshape(array.shape), allow_pickle=False)
    return out.getvalue() + bytes(-out.tell() % _STEP)


def _checked(opened: IO[bytes]) -> int:
    """The number of bytes before the checksum, which is right."""
    size = opened.seek(0, 2) - _CHECKSUM
    opened.seek(0)
    check, left = 0, size
    while left > 0:
        chunk = opened.read(min(left, _CHUNK))
        check, left = crc32(chunk, check), left - len(chunk)
    if size <= 0 or opened.read() != check.to_bytes(_CHECKSUM, "little"):
        raise ValueError("damaged")
    return size


def _pieces(opened: IO[bytes], whole: Array, size: int) -> Iterator[Array]:
    at = 0
    while at < size:
        opened.seek(at)
        npy.read_magic(opened)
        shape, _, kind = npy.read_array_header_1_0(opened)
        start, many = opened.tell(), int(np.prod(shape))
        yield np.frombuffer(whole, kind, many, start).reshape(shape)
        at = start + many * kind.itemsize
        at += -at % _STEP
