"""Passports, travel permits and residence cards of foreigners: found by their letters, or by the
word before them.
"""

import re

from faq.masking.digits import is_list
from faq.masking.kind import Kind
from faq.masking.readings import is_birthday, is_region
from faq.masking.view import BREAK, GAP, Find, View


def _form(shape: str) -> str:
    """A shape with its digits (#) together, or else apart; a gap may follow a letter (_)."""
    loose = shape.replace("_", " ?")
    together, apart = loose.replace("#", r"\d"), loose.replace("#", r"(?: ?\d)")
    return rf"(?:{together}|{apart})(?!\d)"


_RESIDENCE = _form("[A-Z]_[A-Z]_[A-Z]_#{12}")
_PASSPORT = _form(
    "(?:[EGCKLT]_#{8}|[HMC]_#{9,10}|[HM]_#{8}|[DSP]_#{7,8}"
    "|(?:[EC]_[A-Z]|[DSP]_E|H_[A-Z]|K_J|M_A)_#{7})"
)
_ISSUED = re.compile(rf"(?P<residence>{_RESIDENCE})|{_PASSPORT}")
_MEASURE = "[年月日元块塊本名人次张張万萬份岁歲]"
_CALLED = re.compile(
    r"(?:护照|護照|PASSPORT|(?:通行|[台臺]胞|回[乡鄉])[证證])"
    r"(?P<label>[ ,]?(?:本|的)?(?:[编編代]?(?:号码?|號碼?)|NUMBER|NO))?[ ,]?(?:是|为|為|IS)?[ ,]?"
    r"(?P<code>[A-Z]{1,2} ?\d{6,9}(?:[A-Z](?![A-Z]))?(?!\d)|[A-Z]{3}\d{6,9}(?!\d)"
    rf"|\d{{7,9}}(?![A-Z0-9]|{_MEASURE})|\d\d[A-Z]{{2}}\d{{5}}(?!\d)"
    r"|[A-Z](?=[A-Z]{0,6}(?:\d[A-Z]{0,6}){4})[A-Z0-9]{7,9}(?![A-Z0-9])"
    r"|(?(label)[A-Z]{0,2}(?: ?\d){7,9}(?!\d)|(?!)))"
    r"|(?:(?<![A-Z])NO[ ,]|№[ ,]?)(?P<numbered>[A-Z]{1,2}\d{6,8})(?!\d)"
)


def find_called(seen: View) -> list[Find]:
    """The numbers that are called a passport's or a permit's, in order."""
    finds: list[Find] = []
    for found in _CALLED.finditer(seen.plain):
        group = "code" if found["code"] else "numbered"
        if not _is_date(found[group]):
            finds.append(Find(*found.span(group), Kind.PASSPORT))
    return finds


def find_issued(seen: View) -> list[Find]:
    """The numbers of the forms that are issued in China, in order; one may follow on another."""
    finds: list[Find] = []
    for found in _ISSUED.finditer(seen.plain):
        alone = _stands_alone(seen, found)
        follows = bool(finds) and finds[-1].end == found.start()
        kind = _issued(found) if alone or follows else None
        if kind is not None:
            finds.append(Find(*found.span(), kind))
    return finds


def _stands_alone(seen: View, found: re.Match[str]) -> bool:
    """Whether no word ends before the letters, nor a standard's name, as in GA/T 1011-2012."""
    before = seen.plain[found.start() - 1] if found.start() else ""
    if before == BREAK and found[0].startswith("T "):
        return seen.typed(found.start() - 1, found.start()) != "/"
    return not (before.isascii() and before.isalnum())


def _issued(found: re.Match[str]) -> Kind | None:
    if found["residence"]:
        return Kind.IDENTITY_NUMBER if _has_birthday(_digits(found[0])) else None
    return None if _is_date(found[0]) else Kind.PASSPORT


def _has_birthday(digits: str) -> bool:
    return is_region(digits) and is_birthday(digits[4:10])


def _is_date(code: str) -> bool:
    """Whether the digits are rather a date, as in T20260115; passports begin with E or G."""
    if code[0] in "EG" and GAP not in code:
        return False
    digits = code.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ ")
    return is_list(digits) or (len(_digits(digits)) == 8 and is_birthday(_digits(digits)))


def _digits(code: str) -> str:
    return "".join(letter for letter in code if letter.isdigit())
