"""The parts of a text that are judged beside the whole: a few neighbouring stretches at a time."""

import re
from itertools import pairwise

from faq.safety.reading import Reading

_SHORTEST, _LONGEST = 10, 24  # letters in a stretch
_TOGETHER = 3  # neighbouring stretches that are read together
_WORDS = re.compile(r"[^\W_\u0080-\U0010ffff]+|[\u0080-\U0010ffff]")
_LONG = 80  # Chinese letters and Latin words; in more, what one part says need not concern another


def spans(reading: Reading) -> list[tuple[int, int]]:
    """Where the parts of a text begin and end; the first is the whole of it."""
    text = reading.text
    borders = [0]
    for start, end in pairwise((*reading.cuts, len(text))):
        if start - borders[-1] >= _SHORTEST:
            borders.append(start)
        while end - borders[-1] > _LONGEST:
            borders.append(borders[-1] + _LONGEST - _SHORTEST)
    borders.append(len(text))
    found = [(0, len(text))]
    for size in range(1, min(_TOGETHER, len(borders) - 2) + 1):
        found += zip(borders[:-size], borders[size:], strict=True)
    return found


def is_long(reading: Reading) -> bool:
    """Whether a text may be about several things."""
    return len(reading.text) > _LONG and len(_WORDS.findall(reading.text)) > _LONG


def part(reading: Reading, start: int, end: int) -> Reading:
    """What stands from ``start`` to ``end``, as a text of its own."""
    cuts = (0, *(cut - start for cut in reading.cuts if start < cut < end))
    grams = [(at - start, gram) for at, gram in reading.grams if start <= at < end]
    return Reading(reading.text[start:end], cuts, grams, reading.doubt)
