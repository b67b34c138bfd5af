"""What a screen has learnt: read once from the file beside it, and asked for a text's margin."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from faq.features.pinyin import Sounds
from faq.safety.ideas import with_ideas
from faq.safety.packing import Arrays, Floats, letters, lines, packed_sounds, sounds_of
from faq.safety.reading import Reading, readings

_FOLDER = Path(__file__).parent
DANGER, HARM = _FOLDER / "danger.npz", _FOLDER / "harm.npz"
DAMPING = 0.35  # how much a text's length counts against it; 0.5 would be its Euclidean norm
_DEMAND = 2.0  # how much surer the screen must be of a part than of a whole text
_SHORTEST, _LONGEST = 10, 24  # letters in a stretch of a text
_STRETCHES = 3  # neighbouring stretches that are read together

Places = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class About:
    """What a screen tells: the digest of the lines it was taught with, the kinds, and whether it
    reads ideas, too.
    """

    key: str
    kinds: tuple[str, ...]
    by_ideas: bool


@dataclass(frozen=True, slots=True)
class Learned:
    """Weights of known grams by class, as whole numbers with a scale a class; the first class is
    none of the kinds.

    ``rarity`` is how much a gram counts, ``unknown`` how much one that is not known; ``before`` is
    what each class has before anything is read.
    """

    about: About
    numbers: Mapping[str, int]
    weights: npt.NDArray[np.int8]
    rarity: Floats
    scale: Floats
    before: Floats
    unknown: float
    sounds: Sounds

    def score(self, text: str, enough: float) -> tuple[str, float]:
        """The likeliest kind and its margin, in the text as it stands or, where that is not
        ``enough``, in other ways to read it.
        """
        kind, margin = 0, -np.inf
        for reading in readings(text, self.sounds):
            found, surer = self._read(reading)
            surer -= reading.doubt
            if surer > margin:
                kind, margin = found, surer
            if margin > enough:
                break
        return self.about.kinds[kind], float(margin)

    def _read(self, reading: Reading) -> tuple[int, float]:
        """The likeliest kind in the whole text or in a part of it, by its place, and the margin."""
        grams = with_ideas(reading) if self.about.by_ideas else reading.grams
        places = np.array([at for at, _ in grams], np.intp)
        order = np.argsort(places, kind="stable")
        number = self.numbers.get
        rows = np.array([number(gram, -1) for _, gram in grams], np.intp)[order]
        known = rows >= 0
        rarity = np.where(known, self.rarity[rows], np.float32(self.unknown))
        told = self.weights[rows] * (rarity * known)[:, None]
        sums = np.zeros((len(rows) + 1, len(self.before)), np.float32)
        np.cumsum(told, axis=0, out=sums[1:])
        lengths = np.zeros(len(rows) + 1)
        np.cumsum(rarity * rarity, out=lengths[1:])
        starts, ends = _spans(reading, places[order])
        length = np.maximum(lengths[ends] - lengths[starts], 1e-6) ** DAMPING
        scores = (sums[ends] - sums[starts]) * self.scale / length[:, None] + self.before
        margins = np.logaddexp.reduce(scores[:, 1:], axis=1) - scores[:, 0]
        margins[1:] -= _DEMAND
        best = int(margins.argmax())
        return int(scores[best, 1:].argmax()), float(margins[best])


def _spans(reading: Reading, places: Places) -> tuple[Places, Places]:
    """Which grams are those of the whole text, and of each few neighbouring stretches of it."""
    borders = [0]
    for start, end in pairwise((*reading.cuts, len(reading.text))):
        if start - borders[-1] >= _SHORTEST:
            borders.append(start)
        while end - borders[-1] > _LONGEST:
            borders.append(borders[-1] + _LONGEST - _SHORTEST)
    at = np.append(np.searchsorted(places, np.array(borders)), len(places))
    starts, ends = [0], [len(places)]
    for size in range(1, min(_STRETCHES, len(borders) - 1) + 1):
        starts += at[:-size].tolist()
        ends += at[size:].tolist()
    return np.array(starts, np.intp), np.array(ends, np.intp)


@lru_cache(maxsize=2)
def packaged(file: Path) -> Learned | None:
    """What was learnt from the lines of this package; None if the file cannot be read."""
    return load(file)


def load(file: Path) -> Learned | None:
    """What ``file`` holds; None if there is no such file, or another one."""
    try:
        with file.open("rb") as opened, np.load(opened, allow_pickle=False) as arrays:
            return unpacked(arrays)
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return None


def unpacked(arrays: Arrays) -> Learned:
    """The learnt from its arrays."""
    return Learned(
        about=About(
            key=lines(arrays["key"])[0],
            kinds=tuple(lines(arrays["kinds"])),
            by_ideas=bool(arrays["by_ideas"][0]),
        ),
        numbers={gram: at for at, gram in enumerate(lines(arrays["grams"]))},
        weights=arrays["weights"],
        rarity=arrays["rarity"].astype(np.float32),
        scale=arrays["scale"],
        before=arrays["before"],
        unknown=float(arrays["unknown"][0]),
        sounds=Sounds(sounds_of(arrays)),
    )


def packed(learned: Learned, syllables: Mapping[str, str]) -> Arrays:
    """The learnt as arrays, with the syllables that its sounds were made of."""
    return {
        "key": letters([learned.about.key]),
        "kinds": letters(learned.about.kinds),
        "by_ideas": np.array([learned.about.by_ideas]),
        "grams": letters(learned.numbers),
        "weights": learned.weights,
        "rarity": learned.rarity.astype(np.float16),
        "scale": learned.scale,
        "before": learned.before,
        "unknown": np.array([learned.unknown], np.float32),
        **packed_sounds(syllables),
    }
