"""Telephone numbers that may not be shown: some until staff have filled in what they are, others
(landlines, mobiles, 400 numbers) because `hotlines.yaml` is where numbers are verified.
"""

import re

WITHHELD = ("12110", "12123", "12306", "12308", "12338", "12355")
_NEVER = re.compile(r"(?<!\d)(12110|12308|12338|12355)(?!\d)")
_AS_TELEPHONE = re.compile(
    r"(?:打(?!开)|拨|致电|电话|热线|call|dial|phone)[^,,。;;\d\n()()]{0,6}(12123|12306)(?!\d)(?!\s*APP)"
    r"|(12123|12306)[^,,。;;\d]{0,4}(?:热线|电话)",
    re.IGNORECASE,
)

_TELEPHONE = re.compile(
    r"(?<![\d-])(?:0\d{2,3}[- ]?\d{7,8}|1[3-9]\d{9}|[48]00[- ]?\d{3,4}[- ]?\d{3,4})(?![\d-])"
)


def telephones(text: str) -> tuple[str, ...]:
    """The landline, mobile and 400 numbers in ``text``."""
    return tuple(dict.fromkeys(_TELEPHONE.findall(text)))


def forbidden(text: str) -> tuple[str, ...]:
    """The numbers in ``text`` that may not be shown; as names of apps they may."""
    found = [*_NEVER.findall(text), *(a or b for a, b in _AS_TELEPHONE.findall(text))]
    return tuple(dict.fromkeys(found))
