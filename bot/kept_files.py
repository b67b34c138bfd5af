"""What content files were read as, in one file: only what changed is read as YAML at a start.

The records are kept as JSON under the digest of the file's letters, so that each is used only for
the very same file, and under a digest of the code that reads, so that newer code reads anew.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from faq import files, schema, yamltree
from faq.loader import FileRead, StoredRead

_FIELDS = 4


def pack(read: Mapping[str, FileRead]) -> str:
    """Every file that was read without a fault, a line each."""
    lines = [_code()]
    for name, one in read.items():
        if one.record is not None:
            record = one.record.model_dump_json()
            lines.append("\t".join((name, one.letters.hex(), one.value, record)))
    return "\n".join(lines)


def unpack(text: str) -> dict[str, StoredRead]:
    """What ``pack`` wrote; nothing if other code wrote it. Raises ValueError."""
    code, *lines = text.split("\n")
    return dict(map(_unpacked, lines)) if code == _code() else {}


def _unpacked(line: str) -> tuple[str, StoredRead]:
    name, letters, value, record = line.split("\t", _FIELDS - 1)
    return name, StoredRead(bytes.fromhex(letters), value, record)


def _code() -> str:
    read = sha256()
    for source in _sources():
        read.update(source.read_bytes())
    return read.hexdigest()


def _sources() -> Iterator[Path]:
    yield from sorted(Path(schema.__file__).parent.glob("*.py"))
    yield from (Path(str(module.__file__)) for module in (files, yamltree))
