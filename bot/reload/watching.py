"""Watches the content folder; a save, a rename or a checkout of many files is one change, told once
it is quiet.
"""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path, PurePath

from watchfiles import Change, awatch

_QUIET_MS = 700
_LOOK_MS = 5_000  # how often it is looked whether it is still the same folder
_PATIENCE_MS = 30_000  # however long files go on changing, now and then the state is tried
_TEMPORARY = re.compile(r"\..*|.*~|.*\.(?:sw[a-z]|tmp|bak|part)|4913")


def matters(_: Change, path: str) -> bool:
    """Whether a path may be content, and is not an editor's own file."""
    name = PurePath(path).name
    is_content = name.endswith((".yaml", ".yml")) or "." not in name
    return is_content and not _TEMPORARY.fullmatch(name)


async def changes(folder: Path) -> AsyncIterator[None]:
    """Once for every time that something changed below ``folder`` and it has been quiet since;
    also when the folder is gone, or another took its place.
    """
    watched = _identity(folder)
    while True:
        if watched is None:
            await asyncio.sleep(_LOOK_MS / 1000)
        else:
            async for _ in _below(folder, watched):
                yield
        if (now := _identity(folder)) != watched:
            watched = now
            yield


async def _below(folder: Path, watched: tuple[int, int]) -> AsyncIterator[None]:
    """Once for every time of quiet after a change, as long as it is the same folder."""
    async for changed in awatch(
        folder,
        watch_filter=matters,
        step=_QUIET_MS,
        debounce=_PATIENCE_MS,
        rust_timeout=_LOOK_MS,
        yield_on_timeout=True,
    ):
        if changed:
            yield
        if _identity(folder) != watched:
            return


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
