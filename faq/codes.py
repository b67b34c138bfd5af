"""What buttons carry: short ASCII codes that name what pressing them leads to (DESIGN §7)."""

import hashlib
from dataclasses import dataclass

from faq.model import Facet

MAX_BYTES = 64
_FACETS = {
    Facet.OVERVIEW: "o",
    Facet.CONDITIONS: "c",
    Facet.MATERIALS: "m",
    Facet.STEPS: "s",
    Facet.WHERE: "w",
    Facet.WHEN_HOURS: "h",
    Facet.FEE: "f",
    Facet.DURATION: "d",
    Facet.VALIDITY: "v",
    Facet.ONLINE: "n",
    Facet.APPOINTMENT: "b",
    Facet.LEGAL: "l",
    Facet.AGENT: "a",
    Facet.CROSS_REGION: "x",
    Facet.PROGRESS: "p",
}
_BY_CODE = {code: facet for facet, code in _FACETS.items()}
DROPPED = ("topic", "city")
COMMANDS = ("start", "help", "menu", "privacy", "forget")


@dataclass(frozen=True, slots=True)
class Answer:
    """Show an entry's answer to a facet."""

    entry: str
    facet: Facet


@dataclass(frozen=True, slots=True)
class Command:
    """Greet, explain, show all categories, say what is kept, or delete it."""

    name: str


@dataclass(frozen=True, slots=True)
class Page:
    """Show a page of the entries of a category or for an audience; pages count from one."""

    group: str
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Drop:
    """Let go of what was carried over from the last answer: its ``topic`` or its ``city``."""

    part: str


@dataclass(frozen=True, slots=True)
class Others:
    """Show what else may have been meant: entries by their short names, and the facet asked."""

    names: tuple[str, ...]
    facet: Facet


Code = Answer | Command | Page | Drop | Others


def encode(code: Code) -> str:
    """The code as a button carries it."""
    if isinstance(code, Answer):
        return f"e:{code.entry}:{_FACETS[code.facet]}"
    if isinstance(code, Page):
        return f"p:{code.group}:{code.name}:{code.number}"
    if isinstance(code, Drop):
        return f"k:{code.part}"
    if isinstance(code, Others):
        return f"o:{'.'.join(code.names)}:{_FACETS[code.facet]}"
    return code.name


def short(entry: str) -> str:
    """A name for an entry of six letters, so that several go into one button."""
    return hashlib.blake2b(entry.encode(), digest_size=3).hexdigest()


def decode(text: str) -> Code | None:
    """The code a button carried; None for anything we did not make."""
    parts = text.split(":")
    if text in COMMANDS:
        return Command(text)
    if len(parts) == 3 and parts[0] == "e" and parts[2] in _BY_CODE:
        return Answer(parts[1], _BY_CODE[parts[2]])
    if len(parts) == 4 and parts[0] == "p" and parts[1] in ("c", "a") and _is_page(parts[3]):
        return Page(parts[1], parts[2], int(parts[3]))
    if len(parts) == 2 and parts[0] == "k" and parts[1] in DROPPED:
        return Drop(parts[1])
    if len(parts) == 3 and parts[0] == "o" and parts[2] in _BY_CODE:
        return Others(tuple(parts[1].split(".")), _BY_CODE[parts[2]])
    return None


def _is_page(text: str) -> bool:
    return text.isascii() and text.isdigit() and 1 <= len(text) <= 3
