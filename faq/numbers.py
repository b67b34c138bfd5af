"""Telephone numbers that may not be shown until staff have filled in what they are (DESIGN §5)."""

import re

_NEVER = re.compile(r"(?<!\d)(12110|12308|12338|12355)(?!\d)")
_AS_TELEPHONE = re.compile(
    r"(?:打(?!开)|拨|致电|电话|热线|call|dial|phone)[^,,。;;\d\n()()]{0,6}(12123|12306)(?!\d)(?!\s*APP)"
    r"|(12123|12306)[^,,。;;\d]{0,4}(?:热线|电话)",
    re.IGNORECASE,
)


def forbidden(text: str) -> tuple[str, ...]:
    """The numbers in ``text`` that may not be shown; as names of apps they may."""
    found = [*_NEVER.findall(text), *(a or b for a, b in _AS_TELEPHONE.findall(text))]
    return tuple(dict.fromkeys(found))
