"""What a screen has learnt: read once from the file beside it, and asked for a text's margin."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from faq.features.numbers import Numbers, number
from faq.features.pinyin import Sounds
from faq.safety.ideas import with_ideas
from faq.safety.packing import Arrays, Floats, letters, lines, packed_sounds, sounds_of
from faq.safety.reading import Reading, read, readings
from faq.safety.stretches import is_long, part, spans

_FOLDER = Path(__file__).parent
DANGER, HARM = _FOLDER / "danger.npz", _FOLDER / "harm.npz"
DAMPING = 0.35  # how much a text's length counts against it; 0.5 would be its Euclidean norm
_LEAST = 1e-6  # the length of what says nothing
_DEMAND = 2.0  # how much surer the screen must be of a part than of a whole text
_CHINESE = "\u3400"  # the first Chinese letter
_FEWEST_PAIRS, _MOST_UNKNOWN = 3, 0.85  # pairs of letters, and the share that is misspelt
_UNKNOWN = -1  # the row, the last, of what is not known: its number
_AGAIN = 4  # parts that are read again as texts of their own
# A margin so low that no part of the text, read by itself, and no sound of it comes near what is
# enough: of some 9,000 disguised lines of danger or harm none that was only heard is below -3.7.
_FAR = -5.0

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

    ``rarity`` is how much a gram counts; the last row of both is of any gram that is not known.
    ``before`` is what each class has before anything is read.
    """

    about: About
    numbers: Numbers
    weights: npt.NDArray[np.int8]
    rarity: Floats
    scale: Floats
    before: Floats
    sounds: Sounds

    def score(self, text: str, enough: float) -> tuple[str, float]:
        """The likeliest kind and its margin, in the text as it stands or, where that is not
        ``enough``, in other ways to read it.
        """
        kind, margin = 0, -np.inf
        for reading in readings(text, self.sounds):
            if reading.doubt and margin < _FAR:
                continue
            found, surer = self._read(reading)
            surer -= reading.doubt
            if surer > margin:
                kind, margin = found, surer
            if margin > enough:
                break
        return self.about.kinds[kind], float(margin)

    def is_misspelt(self, text: str) -> bool:
        """Whether of the pairs of letters that sound like known ones nearly none is known itself,
        as no question looks that is written as it is meant.
        """
        grams = read(text, self.sounds).grams
        pairs = {at: gram for at, gram in grams if len(gram) == 2 and gram[0] >= _CHINESE}
        sounds = {at: gram for at, gram in grams if gram.startswith("p:")}
        voiced = [at for at in pairs if at in sounds]
        spoken = self.numbers.find([sounds[at] for at in voiced])
        heard = [at for at, known in zip(voiced, spoken.tolist(), strict=True) if known >= 0]
        unknown = int((self.numbers.find([pairs[at] for at in heard]) < 0).sum())
        return len(heard) >= _FEWEST_PAIRS and unknown >= _MOST_UNKNOWN * len(heard)

    def _read(self, reading: Reading) -> tuple[int, float]:
        """The likeliest kind in the whole text or in a part of it, by its place, and the margin.

        In a long text ideas of one part would meet those of another; so its likeliest parts are
        read again, each as if it were all.
        """
        parts = spans(reading)
        kinds, margins = self._judged(reading, parts)
        margins[1:] -= _DEMAND
        if self.about.by_ideas and margins.max() > _FAR and is_long(reading):
            likeliest = 1 + np.argsort(-margins[1:], kind="stable")[:_AGAIN]
            alone = (part(reading, *parts[at]) for at in likeliest.tolist())
            judged = [self._judged(each, [(0, len(each.text))]) for each in alone]
            kinds = np.concatenate([each for each, _ in judged])
            margins = np.concatenate([each for _, each in judged]) - _DEMAND
        best = int(margins.argmax())
        return int(kinds[best]), float(margins[best])

    def _judged(
        self, reading: Reading, parts: Sequence[tuple[int, int]]
    ) -> tuple[Places, npt.NDArray[np.floating]]:
        """The likeliest kind and the margin of each of the ``parts``; the first is the whole."""
        grams = with_ideas(reading) if self.about.by_ideas else reading.grams
        rows = self.numbers.find([gram for _, gram in grams])
        rarity = self.rarity[rows]
        told, lengths = self.weights[rows] * rarity[:, None], rarity * rarity
        if len(parts) > 1:
            told, lengths = _within(parts, [at for at, _ in grams], told, lengths)
        else:
            told, lengths = told.sum(axis=0, keepdims=True), lengths.sum(keepdims=True)
        length = np.maximum(lengths, _LEAST) ** DAMPING
        scores = told * self.scale / length[:, None] + self.before
        margins = np.logaddexp.reduce(scores[:, 1:], axis=1) - scores[:, 0]
        return scores[:, 1:].argmax(axis=1), margins


def _within(
    parts: Sequence[tuple[int, int]], at: Sequence[int], told: Floats, lengths: Floats
) -> tuple[Floats, Floats]:
    """The sums of what the grams that stand ``at`` places tell, and of their lengths, by part."""
    places = np.array(at, np.intp)
    order = np.argsort(places, kind="stable")
    starts, ends = np.searchsorted(places[order], np.array(parts)).T
    sums = np.zeros((len(at) + 1, told.shape[1]), np.float32)
    np.cumsum(told[order], axis=0, out=sums[1:])
    longer = np.zeros(len(at) + 1)
    np.cumsum(lengths[order], out=longer[1:])
    return sums[ends] - sums[starts], longer[ends] - longer[starts]


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


def with_unknown(
    weights: npt.NDArray[np.int8], rarity: Floats, unknown: float
) -> tuple[npt.NDArray[np.int8], Floats]:
    """The weights and the rarity of known grams with a row for what is not known: it says nothing
    of any class, and counts as much as ``unknown``.
    """
    return np.pad(weights, ((0, 1), (0, 0))), np.append(rarity, np.float32(unknown))


def unpacked(arrays: Arrays) -> Learned:
    """The learnt from its arrays."""
    weights, rarity = with_unknown(
        arrays["weights"], arrays["rarity"].astype(np.float32), float(arrays["unknown"][0])
    )
    return Learned(
        about=About(
            key=lines(arrays["key"])[0],
            kinds=tuple(lines(arrays["kinds"])),
            by_ideas=bool(arrays["by_ideas"][0]),
        ),
        numbers=number(lines(arrays["grams"])),
        weights=weights,
        rarity=rarity,
        scale=arrays["scale"],
        before=arrays["before"],
        sounds=sounds_of(arrays),
    )


def packed(learned: Learned, syllables: Mapping[str, str]) -> Arrays:
    """The learnt as arrays, with the syllables that its sounds were made of."""
    return {
        "key": letters([learned.about.key]),
        "kinds": letters(learned.about.kinds),
        "by_ideas": np.array([learned.about.by_ideas]),
        "grams": learned.numbers.texts.letters,
        "weights": learned.weights[:_UNKNOWN],
        "rarity": learned.rarity[:_UNKNOWN].astype(np.float16),
        "scale": learned.scale,
        "before": learned.before,
        "unknown": learned.rarity[_UNKNOWN:],
        **packed_sounds(syllables),
    }
