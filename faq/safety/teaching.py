"""Teaches the screen: from lines that tell of danger, and from ordinary texts that do not."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from faq.features.pinyin import Sounds, Table
from faq.safety import logistic
from faq.safety.learned import DAMPING, KINDS, Learned
from faq.safety.lessons import Line, key
from faq.safety.reading import Placed, read, sound_grams

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
_BESIDE = 24  # letters of an ordinary text that is put beside another
_STRIDE = 7919  # a prime: steps through all ordinary texts before it comes to one again


@dataclass(frozen=True, slots=True)
class _Example:
    """The grams of a text and the class it is of; a copy is a text seen another way."""

    grams: tuple[str, ...]
    label: int
    copy: bool


def learn(taught: Sequence[Line], ordinary: Iterable[str], syllables: Table) -> Learned:
    """The screen learnt from lines and from ordinary texts; the same each time."""
    sounds = Sounds(syllables)
    texts = [*taught, *(Line(text, None) for text in ordinary)]
    examples = list(_examples(texts, sounds))
    return _fitted(examples, key(taught), sounds)


def _examples(texts: Sequence[Line], sounds: Sounds) -> Iterator[_Example]:
    """Every text as it stands, as it sounds, and with an ordinary one beside it: who tells of
    danger may ask a question, too.
    """
    short = [line.text for line in texts if line.kind is None and len(line.text) <= _BESIDE]
    beside = {latin: [text for text in short if text.isascii() is latin] for latin in (True, False)}
    for at, line in enumerate(texts):
        label = KINDS.index(line.kind) + 1 if line.kind else 0
        grams = read(line.text, sounds).grams
        yield _Example(_names(grams), label, copy=False)
        heard = sound_grams(grams)
        if 1 < len(heard) < len(grams):
            yield _Example(_names(heard), label, copy=True)
        misspelt = _misspelt(grams, at)
        if misspelt:
            yield _Example(misspelt, label, copy=True)
        others = beside[line.text.isascii()]
        if others:
            grams = read(_beside(line.text, others, at), sounds).grams
            yield _Example(_names(grams), label, copy=True)


def _beside(text: str, others: Sequence[str], at: int) -> str:
    """``text`` before or after another, which ``at`` chooses."""
    other = others[at * _STRIDE % len(others)]
    return f"{text},{other}" if at % 2 else f"{other},{text}"


def _misspelt(placed: Placed, at: int) -> tuple[str, ...]:
    """A text with letters here and there replaced by others that sound alike."""
    wrong = {place for place, gram in placed if len(gram) == 1 and (place * 5 + at) % 3 == 0}
    if not wrong:
        return ()
    return tuple(
        "?"
        if not gram.startswith("p:") and (place in wrong or (len(gram) == 2 and place + 1 in wrong))
        else gram
        for place, gram in placed
    )


def _names(placed: Placed) -> tuple[str, ...]:
    return tuple(gram for _, gram in placed)


def _fitted(examples: Sequence[_Example], learnt_from: str, sounds: Sounds) -> Learned:
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
    scale = (np.abs(found.weights[stay]).max(axis=0) / 127).astype(np.float32)
    return Learned(
        key=learnt_from,
        numbers={known[old]: new for new, old in enumerate(stay.tolist())},
        weights=np.rint(found.weights[stay] / scale).astype(np.int8),
        rarity=rarity[stay],
        scale=scale,
        before=found.before,
        unknown=unknown,
        sounds=sounds,
    )


def _rows(
    examples: Sequence[_Example], numbers: dict[str, int], rarity: logistic.Floats, unknown: float
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
