"""What was learnt from content, in files by its key: the same words are learnt once only."""

import logging
import os
from collections.abc import Callable, Mapping
from pathlib import Path

from bot import mapped
from bot.kept_files import pack, unpack
from faq.loader import FileRead, StoredRead
from faq.matching.learned import Arrays, learned_key

_PASSED = 40
_MOST = 3  # the live content's, the one before it, and one on trial
_log = logging.getLogger(__name__)


class Kept:
    """The files below a folder; one that is missing or damaged only costs the time to learn."""

    def __init__(self, folder: Path = Path("var")) -> None:
        self._folder = folder
        self._checked = folder / "checked"
        self._read = folder / "read"

    def arrays(self, key: str) -> Arrays | None:
        """What was learnt under ``key``, if it was kept."""
        try:
            arrays = mapped.read(self._file(key))
        except (OSError, ValueError):
            return None
        return arrays if learned_key(arrays) == key else None

    def keep(self, arrays: Arrays) -> None:
        """Keep what was learnt; what was kept longest ago makes room."""
        self._write(self._file(learned_key(arrays)), lambda beside: mapped.write(beside, arrays))
        files = sorted(self._folder.glob("learned.*.arrays"), key=lambda file: file.stat().st_mtime)
        for file in files[:-_MOST]:
            file.unlink(missing_ok=True)

    def has_passed(self, what: str) -> bool:
        """Whether this, content of a version or a part of it, is known to have passed the check."""
        return what in self._passed()

    def note_passed(self, *what: str) -> None:
        """Note that this has passed the check; what passed longest ago is forgotten."""
        lines = dict.fromkeys([*what, *self._passed()])
        text = "\n".join(list(lines)[:_PASSED])
        self._write(self._checked, lambda beside: beside.write_text(text, "utf-8"))

    def _passed(self) -> list[str]:
        try:
            return self._checked.read_text("utf-8").split("\n")
        except (OSError, UnicodeDecodeError):
            return []

    def files(self) -> Mapping[str, StoredRead]:
        """What content files were read as; nothing if that was not kept."""
        try:
            return unpack(self._read.read_text("utf-8"))
        except (OSError, ValueError):
            return {}

    def keep_files(self, read: Mapping[str, FileRead]) -> None:
        """Keep what the files of the content were read as."""
        self._write(self._read, lambda beside: beside.write_text(pack(read), "utf-8"))

    def _file(self, key: str) -> Path:
        return self._folder / f"learned.{key}.arrays"

    @staticmethod
    def _write(file: Path, write: Callable[[Path], object]) -> None:
        """Have ``file`` written whole or not at all; that it cannot be is only said."""
        beside = file.with_name(f"{file.name}.{os.getpid()}")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            write(beside)
            beside.replace(file)
        except OSError as error:
            _log.warning("cannot keep what was learnt in %s: %s", file, error)
