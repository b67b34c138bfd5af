"""What buttons carry: short ASCII codes that name what pressing them leads to (DESIGN §7)."""

import hashlib
from collections.abc import Callable
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


@dataclass(frozen=True, slots=True)
class Town:
    """Show an entry's answer to a facet for a city; without a city, all cities to choose from."""

    city: str
    entry: str
    facet: Facet


Code = Answer | Command | Page | Drop | Others | Town


def encode(code: Code) -> str:
    """The code as a button carries it."""
    if isinstance(code, Answer):
        return f"e:{code.entry}:{_FACETS[code.facet]}"
    if isinstance(code, Page):
        return f"p:{code.group}:{code.name}:{code.number}"
    if isinstance(code, Town):
        return f"t:{code.city}:{code.entry}:{_FACETS[code.facet]}"
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
    if text in COMMANDS:
        return Command(text)
    prefix, *parts = text.split(":")
    size, read = _READERS.get(prefix, (0, None))
    return read(*parts) if read and len(parts) == size else None


def _answer(entry: str, facet: str) -> Answer | None:
    return Answer(entry, _BY_CODE[facet]) if facet in _BY_CODE else None


def _page(group: str, name: str, number: str) -> Page | None:
    is_number = number.isascii() and number.isdigit() and 1 <= len(number) <= 3
    return Page(group, name, int(number)) if group in ("c", "a") and is_number else None


def _drop(part: str) -> Drop | None:
    return Drop(part) if part in DROPPED else None


def _others(names: str, facet: str) -> Others | None:
    return Others(tuple(names.split(".")), _BY_CODE[facet]) if facet in _BY_CODE else None


def _town(city: str, entry: str, facet: str) -> Town | None:
    return Town(city, entry, _BY_CODE[facet]) if facet in _BY_CODE else None


_READERS: dict[str, tuple[int, Callable[..., Code | None]]] = {
    "e": (2, _answer),
    "p": (3, _page),
    "k": (1, _drop),
    "o": (2, _others),
    "t": (3, _town),
}
