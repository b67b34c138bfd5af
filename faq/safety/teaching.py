"""Teaches a screen: from lines of each kind it must tell, and from ordinary texts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

import numpy as np

from faq.features.numbers import number
from faq.features.pinyin import Sounds, Table
from faq.safety import lessons, logistic, vocabulary
from faq.safety.examples import Example, examples
from faq.safety.learned import DAMPING, About, Learned, with_unknown
from faq.safety.lessons import Line

# Topics whose phrasings tell of danger themselves: they are not ordinary texts.
URGENT = frozenset(
    {
        "accident_injury",
        "antifraud_96110",
        "campus_antifraud",
        "cyber_crime_report",
        "fraud_stop_payment",
        "lost_found_missing",
        "missing_person",
        "police_110",
        "police_12110",
    }
)
_RAREST = 4  # a gram in fewer texts is left out, and one in no more than these counts as unknown
_STRENGTH = 2.5
_COMMON = 60  # a gram in so many texts is kept whatever its weight, for the length of texts
_LIGHTEST = 1.5  # other grams whose largest weight is below this are left out
_LEVELS = 15  # whole numbers a weight is rounded to; finer ones make a larger file, not a surer one


def learn(
    taught: Sequence[Line], ordinary: Iterable[str], syllables: Table, *, by_ideas: bool
) -> Learned:
    """The screen learnt from lines and from ordinary texts; the same each time."""
    sounds = Sounds(syllables)
    texts = [*taught, *(Line(text, None) for text in ordinary)]
    kinds = tuple(dict.fromkeys(line.kind for line in taught if line.kind))
    seen = list(examples(texts, kinds, sounds, by_ideas=by_ideas))
    return _fitted(seen, About(key(taught, by_ideas=by_ideas), kinds, by_ideas), sounds)


def key(taught: Sequence[Line], *, by_ideas: bool) -> str:
    """A digest of what is taught: what was learnt from something else has another."""
    return lessons.key(taught) + (vocabulary.digest() if by_ideas else "")


def _fitted(examples: Sequence[Example], about: About, sounds: Sounds) -> Learned:
    seen = Counter(gram for one in examples if not one.copy for gram in dict.fromkeys(one.grams))
    total = 1 + sum(not one.copy for one in examples)
    known = [gram for gram, count in seen.items() if count >= _RAREST]
    unknown = log(total / _RAREST)
    rarity = np.array([log(total / seen[gram]) for gram in known], np.float16).astype(np.float32)
    rows, labels = _rows(examples, {gram: at for at, gram in enumerate(known)}, rarity, unknown)
    found = logistic.fit(rows, labels, strength=_STRENGTH)
    heavy = np.abs(found.weights * rarity[:, None]).max(axis=1) >= _LIGHTEST
    common = np.array([seen[gram] >= _COMMON for gram in known])
    stay = np.flatnonzero(heavy | common)
    scale = (np.abs(found.weights[stay]).max(axis=0) / _LEVELS).astype(np.float32)
    whole = np.rint(found.weights[stay] / scale).astype(np.int8)
    weights, counts = with_unknown(whole, rarity[stay], unknown)
    return Learned(
        about=about,
        numbers=number(known[old] for old in stay.tolist()),
        weights=weights,
        rarity=counts,
        scale=scale,
        before=found.before,
        sounds=sounds,
    )


def _rows(
    examples: Sequence[Example], numbers: dict[str, int], rarity: logistic.Floats, unknown: float
) -> tuple[logistic.Rows, logistic.Ints]:
    """The examples that have a known gram, as sparse rows with their labels."""
    starts, labels = [0], []
    columns: list[int] = []
    values: list[logistic.Floats] = []
    for one in examples:
        known = [numbers[gram] for gram in one.grams if gram in numbers]
        if not known:
            continue
        weights = rarity[known]
        length = float(weights @ weights) + (len(one.grams) - len(known)) * unknown * unknown
        columns += known
        values.append(weights / np.float32(length**DAMPING))
        starts.append(len(columns))
        labels.append(one.label)
    rows = logistic.Rows(np.array(starts), np.array(columns), np.concatenate(values), len(numbers))
    return rows, np.array(labels)
