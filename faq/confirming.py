"""What an administrator's confirmation buttons carry, whole and bound to the one they are for."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What is confirmed: to go back to a version, or to accept one that was refused."""

    ROLLBACK = "r"
    ACCEPT = "a"


@dataclass(frozen=True, slots=True)
class Confirm:
    """An administrator confirms an act on a version: its number, or its digest."""

    act: Act
    version: str
    admin: int


_ADMIN = "[0-9]{1,16}"
_VERSIONS = {Act.ROLLBACK: "[0-9]{1,9}", Act.ACCEPT: "[0-9a-f]{12}"}
_CODES = {act: re.compile(f"v:{act}:({form}):({_ADMIN})") for act, form in _VERSIONS.items()}


def encode(confirm: Confirm) -> str:
    """The confirmation as a button carries it."""
    return f"v:{confirm.act}:{confirm.version}:{confirm.admin}"


def decode(text: str) -> Confirm | None:
    """The confirmation a button carried; None for anything we did not make."""
    for act, form in _CODES.items():
        if found := form.fullmatch(text):
            return Confirm(act, found[1], int(found[2]))
    return None
