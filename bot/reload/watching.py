"""Watches the content folder; a save, a rename or a checkout of many files is one change, told once
it is quiet.
"""

import logging
import re
from collections.abc import AsyncIterator
from pathlib import Path, PurePath

from watchfiles import Change, awatch

_QUIET_MS = 700
_PATIENCE_MS = 30_000  # however long files go on changing, now and then the state is tried
_TEMPORARY = re.compile(r"\..*|.*~|.*\.(?:sw[a-z]|tmp|bak|part)|4913")
_log = logging.getLogger(__name__)


def matters(_: Change, path: str) -> bool:
    """Whether a path may be content, and is not an editor's own file."""
    name = PurePath(path).name
    is_content = name.endswith((".yaml", ".yml")) or "." not in name
    return is_content and not _TEMPORARY.fullmatch(name)


async def changes(folder: Path) -> AsyncIterator[None]:
    """Once for every time that something changed below ``folder`` and it has been quiet since."""
    try:
        async for _ in awatch(
            folder, watch_filter=matters, step=_QUIET_MS, debounce=_PATIENCE_MS, recursive=True
        ):
            yield
    except (OSError, RuntimeError) as error:
        _log.error("the content folder cannot be watched: %s; use /reload", error)
