"""A text as numbers are looked for in it, with the way back to what was typed.

Every letter is seen alone, so that the cost is linear in the length whatever the text is made of.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from faq.masking.kind import Kind

GAP = " "  # what people put between the parts of a number: spaces, dashes, dots, brackets
BREAK = ","  # what rather stands between two numbers: commas, slashes, colons
MASK = "〕"  # what stands where a number was found; placeholders end in it too

_GAPS = frozenset(".·・･•‧∙⋅…−ー()")
_BREAKS = frozenset("_,、。､｡/\\|;:*#='\"~")
_FORMS = str.maketrans(
    "零〇洞一壹壱幺二贰貳两兩三叁參叄四肆五伍六陆陸七柒拐八捌九玖勾×хХχΧ",
    "0001111222223333445566677788999XXXXX",
)
_ASCII, _WIDE, _FANCY, _HAN = range(4)
_INVISIBLE = frozenset(("Mn", "Me", "Cf", "Cc", "Cs", "Cn"))
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")


@dataclass(frozen=True, slots=True)
class Find:
    """A personal number, by its place in the view."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class View:
    """``plain`` has ASCII digits, upper-case letters, GAP and BREAK for what separates, and no
    invisible letters; ``at`` tells where in ``text`` each of its characters stands.
    """

    text: str
    plain: str
    at: Sequence[int]

    @property
    def has_digits(self) -> bool:
        """Whether there is a digit at all; every personal number has one."""
        return any(digit in self.plain for digit in "0123456789")

    def typed(self, start: int, end: int) -> str:
        """What was typed for what stands there in the view."""
        return self.text[self.at[start] : self.at[end - 1] + 1]

    def place(self, find: Find) -> tuple[int, int]:
        """From where to where a number stands in the text, with the marks over its last digit."""
        end = self.at[find.end - 1] + 1
        while end < len(self.text) and unicodedata.category(self.text[end]) in ("Mn", "Me"):
            end += 1
        return self.at[find.start], end

    def without(self, finds: Sequence[Find]) -> "View":
        """The view in which what was found is not found again."""
        parts: list[str] = []
        done = 0
        for find in finds:
            parts += self.plain[done : find.start], MASK * (find.end - find.start)
            done = find.end
        return replace(self, plain="".join((*parts, self.plain[done:])))


def view(text: str) -> View:
    """See ``text``. Where the script changes between digits a gap is put in, and between Chinese
    numerals, of which the first may be a name's: in 张三138… the number begins after 三.
    """
    plain: list[str] = []
    at: list[int] = []
    before: int | None = None
    for place, (seen, script) in enumerate(map(_see, text)):
        if not seen:
            continue
        if script is not None and before is not None and (script != before or script == _HAN):
            plain.append(GAP)
            at.append(place)
        before = script
        if seen in (GAP, BREAK) and plain and plain[-1] in (GAP, BREAK):
            plain[-1] = max(plain[-1], seen)
            continue
        plain.append(seen)
        at.append(place)
    return View(text, "".join(plain), at)


@lru_cache(maxsize=8192)
def _see(letter: str) -> tuple[str, int | None]:
    """What is seen of a letter, and the script of a digit or Latin letter."""
    category = unicodedata.category(letter)
    if letter.isspace() or category == "Pd" or letter in _GAPS:
        return GAP, None
    if category in _INVISIBLE or letter in _FILLERS:
        return "", None
    narrow = _narrow(letter)
    if narrow in _GAPS:
        return GAP, None
    if narrow in _BREAKS:
        return BREAK, None
    if narrow.isascii() and narrow.isalnum():
        return narrow.upper(), _script(letter)
    return narrow, None


def _script(letter: str) -> int:
    if letter.isascii():
        return _ASCII
    if unicodedata.category(letter) in ("Lo", "Nl"):
        return _HAN
    return _WIDE if "\uff00" <= letter <= "\uffef" else _FANCY


def _narrow(letter: str) -> str:
    """The digit, letter or sign that a letter is a form of, else the letter."""
    value = unicodedata.numeric(letter, -1)
    if unicodedata.category(letter) != "Lo" and value in range(10):
        return str(int(value))
    form = unicodedata.normalize("NFKC", letter).translate(_FORMS)
    return form if len(form) == 1 else letter
