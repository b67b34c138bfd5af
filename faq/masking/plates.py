"""Number plates: a province, a letter, and five or six letters and digits."""

import re

from faq.masking.kind import Kind
from faq.masking.view import GAP, Find, View

_PROVINCE = "京津沪冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼渝滬雲遼魯蘇贛陝閩貴寧瓊"
_END = "[警学學挂掛港澳领領使]"
_PLATE = re.compile(
    rf"[{_PROVINCE}] ?[A-Z] ?(?:[A-Z0-9]{{4}}{_END}|[A-Z0-9]{{5,6}}(?![A-Z0-9]| [A-Z](?![A-Z0-9]))"
    rf"|[A-Z0-9](?: ?[A-Z0-9]){{3}} ?{_END}|[A-Z0-9](?: ?[A-Z0-9]){{4,5}}(?![A-Z0-9]))"
)
_YEAR = re.compile(r" (?:19|20)\d\d(?:[^A-Z0-9]|$)")


def find(seen: View) -> list[Find]:
    """The number plates, in order."""
    return [
        Find(*found.span(), Kind.PLATE)
        for found in _PLATE.finditer(seen.plain)
        if _is_plate(seen, found)
    ]


def _is_plate(seen: View, found: re.Match[str]) -> bool:
    """Whether it is no word, as 新iPhone8 is, and no year, as in 新A 1 2026; digits of another
    form (京AA₁₉₀₀) are no year, as nothing parts them.
    """
    tail = found[0][1:].lstrip(GAP)[1:].lstrip(GAP)
    is_parted = not seen.typed(*found.span()).isalnum()
    if is_parted and _YEAR.search(tail):
        return False
    digits = sum(letter.isdigit() for letter in tail)
    return digits >= 3 or (digits > 0 and not any(map(str.islower, seen.typed(*found.span()))))
