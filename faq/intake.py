"""What was typed to what is read: cut to a length, personal numbers out, invisible letters out."""

import re
from dataclasses import dataclass

from faq.masking import Kind, mask
from faq.normalise import MAX_LENGTH, clean, cut

_PLACEHOLDER = re.compile("|".join(re.escape(kind.placeholder) for kind in Kind))


@dataclass(frozen=True, slots=True)
class Intake:
    """A question as everything after this reads, keeps and logs it.

    ``text`` has a placeholder for each personal number, ``words`` leaves them out; ``hidden`` are
    their kinds. ``shortened``: only the beginning and the end of a long text are read.
    """

    text: str
    words: str
    hidden: tuple[Kind, ...]
    shortened: bool


def take_in(typed: str) -> Intake:
    """Read what was typed."""
    masked = mask(cut(typed))
    text = clean(masked.text)
    words = " ".join(_PLACEHOLDER.sub(" ", text).split()) if masked.kinds else text
    return Intake(text, words, masked.kinds, len(typed) > MAX_LENGTH)
