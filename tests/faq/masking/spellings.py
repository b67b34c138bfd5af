"""The ways in which people, and people who mean to deceive, write a number."""

import re
from collections.abc import Callable
from itertools import cycle

Spelling = Callable[[str], str]

_DIGITS = "0123456789"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_PARTS = re.compile(r"(\+86|\+\d{3}|0086|86(?=\d{11}$)|[A-Z]+|[^\W\d][A-Z])?(.+)")
_SIZES = {18: (6, 8, 4), 15: (6, 6, 3), 11: (3, 4, 4)}


def parts(number: str) -> list[str]:
    """The groups in which the number is usually written."""
    found = _PARTS.fullmatch(number)
    assert found is not None
    groups, rest = [found[1]] if found[1] else [], found[2]
    for size in (len(rest),) if len(rest) < 7 else _SIZES.get(len(rest), (4, 4, 4, 4, 4)):
        groups.append(rest[:size])
        rest = rest[size:]
    return [group for group in groups if group]


def _between(separator: str) -> Spelling:
    return separator.join


def _grouped(separator: str) -> Spelling:
    return lambda number: separator.join(parts(number))


def _after(mark: str) -> Spelling:
    return lambda number: "".join(letter + mark for letter in number)


def _in(digits: str, letters: str = _LETTERS, plus: str = "+") -> Spelling:
    table = str.maketrans(_DIGITS + _LETTERS + "+", digits + letters + plus)
    return lambda number: number.translate(table)


def _series(first: str, count: int) -> str:
    return "".join(chr(ord(first) + place) for place in range(count))


def _mixed(number: str) -> str:
    scripts = cycle((_in(_DIGITS), _in(_series("０", 10)), _in("零一二三四五六七八九")))
    return "".join(script(letter) for script, letter in zip(scripts, number, strict=False))


def _keycaps(number: str) -> str:
    return re.sub(r"\d", "\\g<0>\ufe0f\u20e3", number)


SPELLINGS: dict[str, Spelling] = {
    "as printed": str,
    "lower case": str.lower,
    "full width": _in(_series("０", 10), _series("Ａ", 26), "＋"),
    "every character apart": _between(" "),
    "every character on a line": _between("\n"),
    "groups apart": _grouped(" "),
    "groups far apart": _grouped(" \u3000\t "),
    "groups with dashes": _grouped("-"),
    "groups with long dashes": _grouped("——"),
    "groups with dots": _grouped("."),
    "groups with middle dots": _grouped("·"),
    "groups on lines": _grouped("\r\n"),
    "zero width between": _between("\u200b\u2060\ufeff"),
    "soft hyphens between": _between("\u00ad"),
    "directions between": _between("\u202e\u2068\u200f"),
    "tags between": _between("\U000e0041"),
    "broken surrogates between": _between("\ud800"),
    "control characters between": _between("\x00\x07"),
    "struck through": _after("\u0336"),
    "piled up marks": _after("\u0301" * 30),
    "Chinese numerals": _in("〇一二三四五六七八九"),
    "Chinese numerals as spoken": _in("洞幺两三四五六拐八勾"),
    "capital numerals": _in("零壹贰叁肆伍陆柒捌玖"),
    "traditional capital numerals": _in("零壹貳參肆伍陸柒捌玖"),
    "circled": _in("⓪" + _series("①", 9), _series("Ⓐ", 26)),
    "black circles": _in("⓿" + _series("❶", 9)),
    "Arabic-Indic": _in(_series("٠", 10)),
    "Persian": _in(_series("۰", 10)),
    "Devanagari": _in(_series("०", 10)),
    "mathematical bold": _in(_series("𝟎", 10), _series("𝐀", 26)),
    "mathematical monospace": _in(_series("𝟶", 10), _series("𝙰", 26)),
    "superscript": _in("⁰¹²³⁴⁵⁶⁷⁸⁹"),
    "subscript": _in("₀₁₂₃₄₅₆₇₈₉"),
    "keycaps": _keycaps,
    "scripts mixed": _mixed,
    "Chinese numerals with dashes": lambda number: "-".join(_in("〇一二三四五六七八九")(number)),
}
