"""Regular files only: a link, a pipe, a device or a folder under a file's name is never read.

The content is looked at file by file, each opened along its path without following links and
checked once it is open, so that nothing can be put in its place between looking and reading.
"""

import os
import stat
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

MAX_FILES = 5_000
_FILE = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC  # a pipe without a writer must not keep us
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_NOT_REGULAR = "不是普通文件(是文件夹、链接或设备)/ is a folder, a link or a device, not a file"


@dataclass(frozen=True, slots=True)
class Listing:
    """What a folder holds: the names of its regular files, and of what is neither file nor folder;
    all of them relative and sorted. Hidden files and folders are left out.
    """

    files: tuple[str, ...]
    odd: tuple[str, ...]
    is_cut: bool


def listing(root: Path, limit: int = MAX_FILES) -> Listing:
    """Everything below ``root``; of more than ``limit`` files some, and that there are more."""
    files: list[str] = []
    odd: list[str] = []
    folders = [""]
    while folders:
        folder = folders.pop()
        with os.scandir(root / folder) as found:
            for one in found:
                name = f"{folder}{one.name}"
                if one.name.startswith("."):
                    continue
                if one.is_dir(follow_symlinks=False):
                    folders.append(f"{name}/")
                elif one.is_file(follow_symlinks=False):
                    files.append(name)
                else:
                    odd.append(name)
                if len(files) > limit or len(odd) > limit:
                    return Listing(tuple(sorted(files)), tuple(sorted(odd)), is_cut=True)
    return Listing(tuple(sorted(files)), tuple(sorted(odd)), is_cut=False)


def read(file: Path, limit: int) -> bytes:
    """The first ``limit`` bytes of a regular file, wherever it lies; raises OSError."""
    return _content(os.open(file, _FILE), limit)


def read_below(root: Path, name: str, limit: int) -> bytes:
    """The first ``limit`` bytes of the file ``name`` below ``root``; raises OSError.

    Links below ``root`` are not followed and ``..`` leads nowhere; ``root`` itself may be a link.
    """
    *folders, last = name.split("/")
    if ".." in name.split("/"):
        raise OSError(0, _NOT_REGULAR)
    with ExitStack() as opened:
        at = os.open(root, _FOLDER)
        opened.callback(os.close, at)
        for folder in folders:
            at = _open(folder, _FOLDER | os.O_NOFOLLOW, at)
            opened.callback(os.close, at)
        return _content(_open(last, _FILE | os.O_NOFOLLOW, at), limit)


def _open(name: str, flags: int, folder: int) -> int:
    try:
        return os.open(name, flags, dir_fd=folder)
    except FileNotFoundError:
        raise
    except OSError as error:  # ELOOP or ENOTDIR for a link, ENXIO for a socket
        if stat.S_ISREG(os.lstat(name, dir_fd=folder).st_mode):
            raise
        raise OSError(error.errno, _NOT_REGULAR) from None


def _content(number: int, limit: int) -> bytes:
    try:
        if not stat.S_ISREG(os.fstat(number).st_mode):
            raise OSError(0, _NOT_REGULAR)
        with open(number, "rb", closefd=False) as file:
            return file.read(limit)
    finally:
        os.close(number)
