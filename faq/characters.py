"""Simplified and traditional characters, by OpenCC's tables."""

import json
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import opencc

_REMEMBERED = 64  # texts; each is read by the matcher, the screens and every guide
_SHARED = Path(opencc.__file__).parent / "clib" / "share" / "opencc"


@lru_cache(_REMEMBERED)
def converted(direction: str, text: str) -> str:
    """``text`` in other characters; ``direction`` is the name of one of OpenCC's ways."""
    whole = text.encode("utf-8", "ignore").decode("utf-8")
    return str(_converter(direction).convert(whole))


@lru_cache(maxsize=4)
def _converter(direction: str) -> opencc.OpenCC:
    try:
        return _lean(direction)
    except OSError:  # the library keeps its files elsewhere, or there is no place to write
        return opencc.OpenCC(direction)


def _lean(direction: str) -> opencc.OpenCC:
    """OpenCC's own way, without the words it first cuts a text into: the table that it converts by
    has the same words, of which it takes the longest, and the second copy is 16 MB.
    """
    way = json.loads((_SHARED / f"{direction}.json").read_text("utf-8"))
    way.pop("segmentation", None)
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"{direction}.json"
        file.write_text(json.dumps(_placed(way)), "utf-8")
        return opencc.OpenCC(str(file))


def _placed(part: Any) -> Any:
    """A part of a way, its tables with the folder they are in."""
    if isinstance(part, dict):
        return {
            name: str(_SHARED / one) if name == "file" else _placed(one)
            for name, one in part.items()
        }
    return [_placed(one) for one in part] if isinstance(part, list) else part
