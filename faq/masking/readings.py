"""What a row of digits may be: an identity number, a bank card, a telephone number."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from itertools import accumulate
from typing import NamedTuple

from faq.masking.kind import Kind

_REGION = re.compile(r"9?(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])")
_IDENTITY = re.compile(r"\d{6}((?:19|20)\d\d[01]\d[0-3]\d)\d{3}[\dX]")
_OLD_IDENTITY = re.compile(r"\d{6}(\d\d[01]\d[0-3]\d)\d{3}")
_MOBILE = re.compile(r"(?:(?:00)?86)?1[3-9]\d{9}")
_INTERNATIONAL = range(15, 7, -1)
_CARD = range(19, 15, -1)
_CALLED_CARD = range(19, 11, -1)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ONCE = bytes.maketrans(b"0123456789", bytes(range(10)))
_TWICE = bytes.maketrans(b"0123456789", bytes((0, 2, 4, 6, 8, 1, 3, 5, 7, 9)))
SHORTEST = 8


def is_birthday(digits: str) -> bool:
    """Whether digits are a day on which somebody can have been born, its year of two or four."""
    if len(digits) == 6:
        digits = ("20" if digits.startswith("00") else "19") + digits
    try:
        return 1900 <= date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year < 2050
    except ValueError:
        return False


def is_region(digits: str) -> bool:
    """Whether an identity number may begin with these digits."""
    return _REGION.match(digits) is not None


class Code(NamedTuple):
    """Digits, perhaps with an X behind them, and their sums for the check of bank cards: up to
    each place, those at even places doubled, and those at odd places.
    """

    text: str
    sums: tuple[Sequence[int], Sequence[int]]

    def is_card(self, start: int, end: int) -> bool:
        """Whether these digits have the check digit of a bank card (Luhn)."""
        sums = self.sums[end % 2]
        return end < len(sums) and (sums[end] - sums[start]) % 10 == 0


def summed(text: str) -> Code:
    """The digits with their sums."""
    digits = text.rstrip("X").encode()
    once, twice = digits.translate(_ONCE), digits.translate(_TWICE)
    even, odd = bytearray(once), bytearray(once)
    even[0::2], odd[1::2] = twice[0::2], twice[1::2]
    return Code(text, (list(accumulate(even, initial=0)), list(accumulate(odd, initial=0))))


def _identity(code: Code, start: int) -> Sequence[int]:
    found = _IDENTITY.match(code.text, start)
    if not found or not is_birthday(found[1]):
        return ()
    # People mistype: where the rest fits, the check digit may be wrong.
    return (found.end(),) if is_region(found[0]) or _is_checked(found[0]) else ()


def _is_checked(number: str) -> bool:
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number[:17], strict=True))
    return "10X98765432"[total % 11] == number[17]


def _old_identity(code: Code, start: int) -> Sequence[int]:
    found = _OLD_IDENTITY.match(code.text, start)
    fits = found and is_region(found[0]) and is_birthday(found[1])
    return (found.end(),) if found and fits else ()


def _card(code: Code, start: int) -> Sequence[int]:
    return [start + size for size in _CARD if code.is_card(start, start + size)]


def _called_card(code: Code, start: int) -> Sequence[int]:
    # People mistype cards too, so that a long number that is called one needs no check digit.
    count = len(code.sums[0]) - 1
    ends = [start + size for size in _CALLED_CARD if start + size <= count]
    return [end for end in ends if end - start >= 16 or code.is_card(start, end)]


def _mobile(code: Code, start: int) -> Sequence[int]:
    found = _MOBILE.match(code.text, start)
    return (found.end(),) if found else ()


def _international(code: Code, start: int) -> Sequence[int]:
    count = len(code.sums[0]) - 1
    return [start + size for size in _INTERNATIONAL if start + size <= count]


class Before(Enum):
    """What stands before a row of digits."""

    ANYTHING = auto()
    PLUS = auto()
    CARD = auto()


@dataclass(frozen=True, slots=True)
class Reading:
    """A kind of number, and where one that begins at a place may end, the furthest first.

    Where ``is_sure`` it is told from its digits, however they are separated.
    """

    kind: Kind
    ends: Callable[[Code, int], Sequence[int]]
    before: Before = Before.ANYTHING
    is_sure: bool = False


# A shorter number can stand by chance in the middle of a longer one, so the longer come first.
READINGS = (
    Reading(Kind.IDENTITY_NUMBER, _identity, is_sure=True),
    Reading(Kind.BANK_CARD, _card),
    Reading(Kind.BANK_CARD, _called_card, Before.CARD),
    Reading(Kind.MOBILE, _mobile),
    Reading(Kind.MOBILE, _international, Before.PLUS),
    Reading(Kind.IDENTITY_NUMBER, _old_identity),
)
