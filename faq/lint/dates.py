"""Dates: they exist, none lies ahead that should lie behind, and what has run out is named.

日期:日期要真有这一天;`as_of`、`compiled`、来源日期、核对日期不能在将来。
`valid_until` 过了是错误,快到(30 天内)是提醒;`review_by` 过了、整份目录一年没核对,是提醒。
用 `jingwu check --as-of 2027-01-01` 可以看那一天会报什么。
改法:核实以后改事实和日期;失效的移到 `unverified`。
"""

from collections.abc import Iterator, Mapping
from datetime import date

from faq.catalogue import Catalogue
from faq.model import Level, Problem
from faq.schema.catalogue import Item
from faq.yamltree import Tree, Where

_SOURCES = "catalogue/sources.yaml"
_SOON = 30
_YEAR = 365


def check(catalogue: Catalogue, trees: Mapping[str, Tree], today: date) -> Iterator[Problem]:
    """Yield every date that is wrong or has passed on ``today``."""
    for tree, where, written in _past(catalogue, trees):
        day = _first_day(written)
        if day is None:
            yield tree.problem(where, "dates", f"没有 {written} 这一天 / there is no such day")
        elif day > today:
            yield tree.problem(where, "dates", f"{written} 还没到 / lies in the future")
    for category, ids in catalogue.categories.items():
        tree = trees[f"catalogue/{category}.yaml"]
        for at, name in enumerate(ids):
            item = catalogue.facts[name].item
            for key, text in _limits(item):
                fault = _ahead(key, text, today) if text else None
                if fault:
                    message, level = fault
                    yield tree.problem(("items", at, key), "dates", f"{name}: {message}", level)
    compiled = _first_day(catalogue.compiled)
    if compiled and (today - compiled).days > _YEAR:
        message = f"目录 {compiled} 以后没有整体核对过 / was last gone over more than a year ago"
        yield trees[_SOURCES].problem(("compiled",), "dates", message, Level.WARNING)


def expiring(catalogue: Catalogue, today: date) -> int:
    """How many items have facts that run out within thirty days, or should have been reviewed."""
    items = [facts.item for facts in catalogue.facts.values()]
    return sum(
        any(_ahead(key, text, today) for key, text in _limits(item) if text) for item in items
    )


def _limits(item: Item) -> tuple[tuple[str, str | None], ...]:
    return (("valid_until", item.valid_until), ("review_by", item.review_by))


def _past(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[tuple[Tree, Where, str]]:
    """Every date that says when something was written or looked at."""
    for category, ids in catalogue.categories.items():
        for at, name in enumerate(ids):
            as_of = catalogue.facts[name].item.as_of
            if as_of:
                yield trees[f"catalogue/{category}.yaml"], ("items", at, "as_of"), as_of
    yield trees[_SOURCES], ("compiled",), catalogue.compiled
    for at, source in enumerate(catalogue.sources.values()):
        if source.date:
            yield trees[_SOURCES], ("sources", at, "date"), source.date
    for at, hotline in enumerate(catalogue.hotlines.values()):
        if hotline.checked_on:
            yield trees["hotlines.yaml"], ("hotlines", at, "checked_on"), hotline.checked_on


def _ahead(key: str, text: str, today: date) -> tuple[str, Level] | None:
    day = _first_day(text)
    if day is None:
        return f"没有 {text} 这一天 / there is no such day", Level.ERROR
    if key == "review_by":
        said = f"应在 {text} 前复核 / was to be reviewed by then"
        return (said, Level.WARNING) if day < today else None
    if day < today:
        return f"{text} 已失效 / is no longer valid", Level.ERROR
    if (day - today).days <= _SOON:
        return f"{text} 就要失效 / will soon be invalid", Level.WARNING
    return None


def _first_day(text: str) -> date | None:
    """The first day that a date of a year, a month or a day stands for; None if there is none."""
    try:
        return date.fromisoformat(f"{text}-01-01"[: len("2026-01-01")])
    except ValueError:
        return None
