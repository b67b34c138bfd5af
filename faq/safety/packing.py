"""Texts and syllables as small arrays."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from faq.features.pinyin import Sounds

Array = npt.NDArray[Any]  # numbers or bytes, as numpy stores them
Arrays = Mapping[str, Array]
Floats = npt.NDArray[np.float32]


def letters(texts: Iterable[str]) -> npt.NDArray[np.uint8]:
    """Texts without line breaks as one array of bytes."""
    return np.frombuffer("\n".join(texts).encode(), np.uint8)


def lines(packed: Array) -> list[str]:
    """The texts of an array of bytes."""
    return packed.tobytes().decode().split("\n")


def packed_sounds(syllables: Mapping[str, str]) -> dict[str, Array]:
    """For each letter from the first to the last, the place of its syllable; 0 if it has none."""
    names = sorted(set(syllables.values()))
    place = {name: at for at, name in enumerate(names, 1)}
    first, last = min(map(ord, syllables)), max(map(ord, syllables))
    spoken = [place.get(syllables.get(chr(code), ""), 0) for code in range(first, last + 1)]
    return {"syllables": letters(names), "spoken": np.array([first, *spoken], np.uint16)}


def sounds_of(arrays: Arrays) -> Sounds:
    """The sounds that were packed, the same object for the same ones."""
    return _sounds(arrays["syllables"].tobytes(), arrays["spoken"].tobytes())


@lru_cache(maxsize=1)
def _sounds(syllables: bytes, spoken: bytes) -> Sounds:
    names = ("", *syllables.decode().split("\n"))
    first, *places = np.frombuffer(spoken, np.uint16).tolist()
    return Sounds({chr(first + at): names[one] for at, one in enumerate(places) if one})
