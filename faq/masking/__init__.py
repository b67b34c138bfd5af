"""Personal numbers out of a text, before it is read, stored or logged; the rest stays as typed.

People write a number in many ways: full-width, spaced, in Chinese numerals, with invisible letters
between. Numbers are therefore looked for in a view of the text (``view``), by what they consist of
(``digits``) or how they begin (``documents``, ``plates``).
"""

from dataclasses import dataclass

from faq.masking import digits, documents, plates
from faq.masking.kind import Kind
from faq.masking.view import Find, View, view

__all__ = ["Kind", "Masked", "mask"]

_FINDERS = (digits.find, documents.find_called, documents.find_issued, plates.find)


@dataclass(frozen=True, slots=True)
class Masked:
    """A text without its personal numbers, and their kinds in the order they stood in it."""

    text: str
    kinds: tuple[Kind, ...] = ()


def mask(text: str) -> Masked:
    """``text`` with a placeholder for each personal number; nothing else is changed."""
    seen = view(text)
    finds: list[Find] = []
    for find in _FINDERS if seen.has_digits else ():
        found = find(seen)
        seen = seen.without(found)
        finds += found
    finds.sort(key=lambda one: one.start)
    kinds = dict.fromkeys(one.kind for one in finds)
    return Masked(_replaced(text, seen, finds), tuple(kinds))


def _replaced(text: str, seen: View, finds: list[Find]) -> str:
    parts: list[str] = []
    done = 0
    for one in finds:
        start, end = seen.place(one)
        parts += text[done:start], one.kind.placeholder
        done = end
    return "".join((*parts, text[done:]))
