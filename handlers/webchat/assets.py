"""The files of the page, read once; their addresses change when their content does."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_TYPES = {
    "chat.css": "text/css",
    "chat.js": "text/javascript",
    "leave.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}
FOLDER = Path(__file__).parent / "static"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is served."""

    content: bytes
    content_type: str
    digest: str


def load() -> Mapping[str, Asset]:
    """Every file that the page uses, by name; nothing else is ever served."""
    return {name: _asset(FOLDER / name, content_type) for name, content_type in _TYPES.items()}


def _asset(path: Path, content_type: str) -> Asset:
    content = path.read_bytes()
    return Asset(content, content_type, hashlib.sha256(content).hexdigest()[:16])
