"""Number words: a fee, time or age in words (三个工作日, ten yuan) is a figure and needs a source.

文字数字:答案里用文字写的费用、时限、年龄(“三个工作日”“十元”“two years”)也是数字,
只有这个事项的事实里写着同一个数才可以写;转介和闲聊里不写。
改法:能引用就写成 `{fee.amount}` 这样的引用;事实里没有的,先把事实和来源写进目录。
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from faq.catalogue import Catalogue
from faq.lint.shown import Shown, answers, lines, others
from faq.model import Facet, Problem
from faq.schema.catalogue import Item
from faq.template import named_items
from faq.yamltree import Tree

_DIGITS = {letter: at for at, letter in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_ENGLISH = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "half": 0.5, "a": 1}
_WORDS: dict[str, float] = {word: at for at, word in enumerate(_ENGLISH)} | _TENS
_UNITS = {
    "块钱": "元",
    "元": "元",
    "个工作日": "工作日",
    "工作日": "工作日",
    "天": "日",
    "日": "日",
    "个月": "月",
    "周岁": "岁",
    "岁": "岁",
    "年": "年",
    "小时": "小时",
    "分钟": "分钟",
    "yuan": "元",
    "working day": "工作日",
    "day": "日",
    "month": "月",
    "year": "年",
    "hour": "小时",
    "minute": "分钟",
}
_CHINESE = re.compile(
    r"(?<![第几数多\d])(半|[〇零一二两三四五六七八九十百千万]+)"
    r"(块钱|元|个工作日|工作日|天(?!一夜)|日|个月|周岁|岁|年|小时|分钟)"
)
_LATIN = re.compile(
    rf"\b({'|'.join(_WORDS)}) (?:an? )?(yuan|working day|day|month|year|hour|minute)s?\b",
    re.IGNORECASE,
)
_DECIMAL = re.compile(
    r"(\d+(?:\.\d+)?)(?:[-—~至/]\d+)*(块钱|元|个工作日|工作日|天|日|个月|周岁|岁|年|小时|分钟)"
)
_LAST_DAY = frozenset({"一天", "一日", "one day", "a day", "one year", "a year", "a month"})


class Figure(NamedTuple):
    """A number with its unit, and how it was written."""

    number: float
    unit: str
    said: str


def check(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Yield every figure in words that no fact of the item supports."""
    known = {name: set(_facts(facts.item)) for name, facts in catalogue.facts.items()}
    for said in answers(catalogue, trees):
        if said.where[2] != "staff":
            continue
        name = said.tree.path.rpartition("/")[2].removesuffix(".yaml")
        staff = catalogue.entries[name].answers[Facet(str(said.where[1]))].staff
        named = named_items(f"{staff.zh} {staff.en}")  # an item named in one language will do
        supported = set().union(*(known.get(one, set()) for one in (name, *named)))
        yield from _unsupported(said, supported)
    for said in others(catalogue, trees):
        if said.tree.path.startswith(("referrals/", "small_talk/")):
            yield from _unsupported(said, set())


def figures_in_words(text: str) -> Iterator[Figure]:
    """The figures that ``text`` gives in words, with a unit."""
    for match in _CHINESE.finditer(text):
        yield Figure(value(match[1]), _UNITS[match[2]], match[0])
    for match in _LATIN.finditer(text):
        yield Figure(_WORDS[match[1].lower()], _UNITS[match[2].lower()], match[0])


def value(numeral: str) -> float:
    """The value of a Chinese numeral below a hundred million (二十三, 一百零五, 两千, 半)."""
    if numeral == "半":
        return 0.5
    total = section = digit = 0
    for letter in numeral:
        if letter in _DIGITS:
            digit = _DIGITS[letter]
        elif letter == "万":
            total, section, digit = (section + digit) * 10_000, 0, 0
        else:
            section += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[letter]
            digit = 0
    return total + section + digit


def _unsupported(said: Shown, supported: set[tuple[float, str]]) -> Iterator[Problem]:
    for figure in figures_in_words(said.own):
        known = (figure.number, figure.unit) in supported or figure.said.lower() in _LAST_DAY
        if not known:
            message = f"“{figure.said}”没有来源:事实里没有这个数 / no fact states this figure"
            yield said.problem("number_words", message)


def _facts(item: Item) -> Iterator[tuple[float, str]]:
    for _, line in lines(item):
        for match in _DECIMAL.finditer(line):
            yield float(match[1]), _UNITS[match[2]]
        for figure in figures_in_words(line):
            yield figure.number, figure.unit
