"""Watches the content folder; a save, a rename or a checkout of many files is one change, told once
it is quiet.
"""

import os
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
    also when another folder took its place.
    """
    while True:
        watched = folder.stat()
        async for changed in awatch(
            folder,
            watch_filter=matters,
            step=_QUIET_MS,
            debounce=_PATIENCE_MS,
            rust_timeout=_LOOK_MS,
            yield_on_timeout=True,
        ):
            is_other = not os.path.samestat(watched, folder.stat())
            if changed or is_other:
                yield
            if is_other:
                break
