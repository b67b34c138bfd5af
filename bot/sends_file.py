"""What went on its way to Telegram, in a file that survives kill -9.

A line is written, without waiting for the disk, right before a request leaves: so small is the
moment in which a kill leaves it open whether there was one. After a power cut the last lines may be
missing, which costs a copy.
"""

import logging
import os
from collections import OrderedDict
from contextlib import AsyncExitStack
from pathlib import Path

from bot.config import Config
from bot.storage.bounded import bound
from handlers.messenger.sends import NoSends, Sends

_log = logging.getLogger(__name__)
_FOLDER = Path("var")
_SQLITE = "sqlite:///"
_LARGE = 1_000_000  # bytes; then only what is not over is written anew


def open_sends(stack: AsyncExitStack, config: Config) -> Sends:
    """The file of this process, beside its database or in ``var``; none if all is in memory."""
    if config.database == "memory:":
        return NoSends()
    folder = _FOLDER
    if config.database.startswith(_SQLITE):
        folder = Path(config.database.removeprefix(_SQLITE)).parent
    sends = SendsFile(folder / f"sends-{config.port}")
    stack.callback(sends.close)
    return sends


class SendsFile:
    """Lines of a name and a number, the last of a name counts; a number of 0 ends a group.

    Where nothing can be written, all goes on in memory.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._groups: OrderedDict[str, dict[str, int]] = OrderedDict()
        self._file = -1
        self._size = 0
        self._read()
        self._begin()

    def tries(self, name: str) -> int:
        """How often the message may have arrived."""
        return self._groups.get(_group(name), {}).get(name, 0)

    def note(self, name: str, tries: int) -> None:
        """Note how often the message may have arrived by now."""
        self._set(name, tries)
        self._write(_line(name, tries))

    def forget(self, group: str) -> None:
        """Forget a group; the file does too when it is large."""
        if self._groups.pop(group, None):
            self._write(_line(group, 0))

    def close(self) -> None:
        """Let go of the file."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _set(self, name: str, tries: int) -> None:
        self._groups.setdefault(_group(name), {})[name] = tries
        bound(self._groups)

    def _read(self) -> None:
        try:
            lines = self._path.read_text("ascii", "replace").splitlines()
        except OSError:
            return
        for line in lines:
            name, _, tries = line.removesuffix(";").rpartition(" ")
            if not line.endswith(";") or " " in name or not tries.isdigit():
                continue  # cut off when the disk was full
            if "/" in name:
                self._set(name, int(tries))
            else:
                self._groups.pop(name, None)

    def _begin(self) -> None:
        """Write what is not over into a new file, which takes the place of the old one."""
        self.close()
        kept = [_line(*one) for names in self._groups.values() for one in names.items()]
        new = self._path.with_name(f"{self._path.name}.new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o600)
            os.write(self._file, whole := b"".join(kept))
            new.rename(self._path)
        except OSError as error:
            self._give_up(error)
        else:
            self._size = len(whole)

    def _write(self, line: bytes) -> None:
        if self._file < 0:
            return
        try:
            os.write(self._file, line)
        except OSError as error:
            self._give_up(error)
            return
        self._size += len(line)
        if self._size > _LARGE:
            self._begin()

    def _give_up(self, error: OSError) -> None:
        self.close()
        _log.error("%s cannot be written: %s", self._path, error.strerror)


def _group(name: str) -> str:
    return name.partition("/")[0]


def _line(name: str, tries: int) -> bytes:
    return f"{name} {tries};\n".encode()
