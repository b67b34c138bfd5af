"""What is wished for, and how it ended."""

from dataclasses import dataclass
from enum import StrEnum

from bot.reload.building import Refused
from bot.reload.difference import Change


@dataclass(frozen=True, slots=True)
class Wish:
    """Who wants which content live: that in the folder, or the version kept under ``number``.

    ``accept`` is a version that was refused for its effects and shall go live all the same; with
    ``only_try`` nothing goes live.
    """

    who: str
    number: int | None = None
    accept: str | None = None
    only_try: bool = False


class Status(StrEnum):
    """How a wish ended: only after the first does something else answer than before."""

    LIVE = "live"
    UNCHANGED = "unchanged"
    HELD = "held"
    PASSED = "passed"
    REFUSED = "refused"
    CRASHED = "crashed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Result:
    """How a wish ended, and which version answers now (None: none does)."""

    status: Status
    version: str | None
    number: int | None = None
    changes: tuple[Change, ...] = ()
    refused: Refused | None = None
    note: str = ""
