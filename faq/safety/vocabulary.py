"""The words of the rough ideas, from ``lines/ideas.tsv``: its rows are a group (asking, wrong,
lawful), an idea, and words for it as a pattern; an idea may have several rows.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).parent / "lines" / "ideas.tsv"

Patterns = tuple[tuple[str, re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Ideas with their patterns: ways to ask and what about, wrongs, and lawful ends."""

    asking: Patterns
    wrong: Patterns
    lawful: Patterns


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The words of this package, read once."""
    words: dict[str, dict[str, list[str]]] = {}
    for row in _FILE.read_text("utf-8").splitlines():
        group, idea, pattern = row.split("\t")
        words.setdefault(group, {}).setdefault(idea, []).append(pattern)
    return Vocabulary(*(_compiled(words[group]) for group in ("asking", "wrong", "lawful")))


def digest() -> str:
    """A digest of the words: what was learnt with others has another."""
    return hashlib.sha256(_FILE.read_bytes()).hexdigest()[:12]


def _compiled(words: dict[str, list[str]]) -> Patterns:
    return tuple((idea, re.compile("|".join(each))) for idea, each in words.items())
