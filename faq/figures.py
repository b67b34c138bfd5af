"""Figures in Chinese facts (40元, 7/9/17个工作日, 24小时内) and how they are said in English."""

import re
from decimal import Decimal
from typing import NamedTuple

_UNITS = {
    "个工作日": ("working day", "working days"),
    "工作日": ("working day", "working days"),
    "个自然月": ("calendar month", "calendar months"),
    "个月": ("month", "months"),
    "周岁": ("year of age", "years of age"),
    "小时": ("hour", "hours"),
    "分钟": ("minute", "minutes"),
    "秒": ("second", "seconds"),
    "日": ("day", "days"),
    "天": ("day", "days"),
    "年": ("year", "years"),
    "岁": ("year of age", "years of age"),
    "次": ("time", "times"),
    "张": ("sheet", "sheets"),
    "份": ("copy", "copies"),
    "寸": ("inch", "inches"),
    "家": ("", ""),
    "分": ("point", "points"),
    "项": ("", ""),
    "城": ("city", "cities"),
    "%": ("%", "%"),
}
_PER = {
    "本": "booklet",
    "证": "document",
    "次": "entry",
    "人": "person",
    "张": "sheet",
    "枚": "seal",
}
_NUMBER = r"\d+(?:\.\d+)?(?:万)?"
_RUN = rf"{_NUMBER}(?:\s*[-—~至/]\s*{_NUMBER})*"
_FIGURE = re.compile(
    rf"约?(?P<run>{_RUN})(?P<unit>元(?:/[{''.join(_PER)}])?|{'|'.join(_UNITS)})?(?P<within>内|以内)?"
)
_WHOLE = {
    "免费": "free of charge",
    "不收费": "free of charge",
    "当场": "on the spot",
    "当场办结": "on the spot",
    "长期": "long-term",
    "立等可取": "while you wait",
}


class Figure(NamedTuple):
    """A figure as it stands in a fact: its Chinese wording and its English one."""

    zh: str
    en: str


def figures(text: str) -> tuple[Figure, ...]:
    """The figures of ``text`` in order, each with its unit."""
    return tuple(
        Figure(match["run"] + (match["unit"] or ""), _english(match))
        for match in _FIGURE.finditer(text)
    )


def english(text: str) -> str | None:
    """``text`` in English if it is nothing but one figure or a known word, else None."""
    if text in _WHOLE:
        return _WHOLE[text]
    match = _FIGURE.fullmatch(text)
    return _english(match, whole=True) if match else None


def blank(text: str) -> str:
    """``text`` with its digits blanked: what stays equal when only a figure is corrected."""
    return re.sub(r"\d", "#", text)


def _english(match: re.Match[str], *, whole: bool = False) -> str:
    run = _in_full(match["run"].replace("至", "-"))
    about = "about " if match[0].startswith("约") else ""
    within = "within " if whole and match["within"] else ""
    return within + about + _with_unit(run, match["unit"] or "")


def _in_full(run: str) -> str:
    """A run with 万 written out; said of the last number (1-5万), it holds for all."""
    if "万" not in run:
        return run
    return re.sub(_NUMBER, lambda number: f"{Decimal(number[0].rstrip('万')) * 10_000:.0f}", run)


def _with_unit(run: str, unit: str) -> str:
    if unit.startswith("元"):
        per = _PER.get(unit[2:], "")
        return f"CNY {run}" + (f" per {per}" if per else "")
    if unit == "%":
        return run + "%"
    if unit == "年" and re.fullmatch(r"(?:(?:19|20)\d\d-?)+", run):
        return run
    one, many = _UNITS.get(unit, ("", ""))
    return f"{run} {one if run == '1' else many}".rstrip()
