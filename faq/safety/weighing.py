"""How something is asked, weighed against what it is about: the second look at what the screen
takes for a request for help with a wrong.

The screen tells what a text is about better than who wants it done. A few forms tell that
(怎么举报, 算不算…, 谁有, 看不出来); their weights are fitted on lines the screen was not taught.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from faq.safety.ideas import sets_right
from faq.safety.vocabulary import vocabulary

_FOLDER = Path(__file__).parent
_FORMS = _FOLDER / "lines" / "forms.tsv"
WEIGHTS = _FOLDER / "weights.tsv"
_LEAST, _MOST, _BEND = -6.0, 8.0, 3.0  # a margin beyond these says no more; from the bend on, less
SURELY = 4.0  # a margin from which on no other way to read a text is tried
_FEW = 8  # letters of a text so short that it may follow another


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature of a request counts, and all of them together without any; ``key`` is a
    digest of what they were fitted on.
    """

    each: Mapping[str, float]
    before: float
    key: str


def features(plain: str, margin: float) -> Mapping[str, float]:
    """What a canonical text is weighed by: the screen's ``margin``, what it names, its forms."""
    margin = min(max(margin, _LEAST), _MOST)
    wrongs = sum(bool(each.search(plain)) for _, each in vocabulary().wrong)
    return {
        "margin": margin,
        "margin_above": max(margin, 0.0),
        "margin_high": max(margin - _BEND, 0.0),
        "wrong": float(wrongs > 0),
        "wrongs": float(wrongs > 1),
        "right": float(sets_right(plain)),
        "brief": float(len(plain) < _FEW),
        **{name: float(bool(form.search(plain))) for name, form in forms().items()},
    }


def weighed(plain: str, margin: float, weights: Weights) -> float:
    """How much more is for a request for help with a wrong than against it; 0 is even."""
    found = features(plain, margin)
    return weights.before + sum(weights.each[name] * value for name, value in found.items())


@lru_cache(maxsize=1)
def forms() -> Mapping[str, re.Pattern[str]]:
    """The forms by name, from ``lines/forms.tsv``; a form may have several rows."""
    rows: dict[str, list[str]] = {}
    for row in _FORMS.read_text("utf-8").splitlines():
        name, pattern = row.split("\t")
        rows.setdefault(name, []).append(pattern)
    return {name: re.compile("|".join(patterns)) for name, patterns in rows.items()}


def digest() -> str:
    """A digest of the forms: weights fitted with others have another."""
    return hashlib.sha256(_FORMS.read_bytes()).hexdigest()[:12]


@lru_cache(maxsize=1)
def packaged() -> Weights | None:
    """The weights of this package; None if they cannot be read or are of other forms."""
    try:
        rows = [row.split("\t") for row in WEIGHTS.read_text("utf-8").splitlines()]
        (_, key), (_, before), *each = rows
        weights = Weights({name: float(value) for name, value in each}, float(before), key)
    except (OSError, ValueError):
        return None
    return weights if weights.each.keys() == features("", 0.0).keys() else None


def written(weights: Weights) -> str:
    """The weights as the text of their file."""
    rows = [("fitted_on", weights.key), ("before", f"{weights.before:.3f}")]
    rows += [(name, f"{value:.3f}") for name, value in weights.each.items()]
    return "".join(f"{name}\t{value}\n" for name, value in rows)
