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
MARKS = ("up", "down")
REASONS = ("off_topic", "unclear", "outdated", "incomplete", "too_long")
DROPPED = ("topic", "city")
COMMANDS = ("start", "help", "menu", "guides", "human", "privacy", "forget")


@dataclass(frozen=True, slots=True)
class Answer:
    """Show an entry's answer to a facet."""

    entry: str
    facet: Facet


@dataclass(frozen=True, slots=True)
class Command:
    """Greet, explain, show all categories or guides, say what is kept, or delete it."""

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


@dataclass(frozen=True, slots=True)
class Rate:
    """Say what one thought of the turn called ``id``: ``up`` or ``down``, and why."""

    mark: str
    id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Guide:
    """Go on with a guide after the answers of ``path``: step and option codes, pair by pair."""

    name: str
    path: str = ""


Code = Answer | Command | Page | Drop | Others | Town | Rate | Guide


def encode(code: Code) -> str:
    """The code as a button carries it."""
    return _WRITERS[type(code)](code)


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


def _rate(mark: str, id: str, reason: str) -> Rate | None:
    is_ours = mark in MARKS and id and reason in (*REASONS, "")
    return Rate(mark, id, reason) if is_ours else None


def _guide(name: str, path: str) -> Guide | None:
    return Guide(name, path) if len(name) + len(path) < MAX_BYTES else None


_READERS: dict[str, tuple[int, Callable[..., Code | None]]] = {
    "e": (2, _answer),
    "p": (3, _page),
    "k": (1, _drop),
    "o": (2, _others),
    "t": (3, _town),
    "f": (3, _rate),
    "g": (2, _guide),
}
_WRITERS: dict[type[Code], Callable[..., str]] = {
    Answer: lambda code: f"e:{code.entry}:{_FACETS[code.facet]}",
    Command: lambda code: str(code.name),
    Page: lambda code: f"p:{code.group}:{code.name}:{code.number}",
    Drop: lambda code: f"k:{code.part}",
    Others: lambda code: f"o:{'.'.join(code.names)}:{_FACETS[code.facet]}",
    Town: lambda code: f"t:{code.city}:{code.entry}:{_FACETS[code.facet]}",
    Rate: lambda code: f"f:{code.mark}:{code.id}:{code.reason}",
    Guide: lambda code: f"g:{code.name}:{code.path}",
}
