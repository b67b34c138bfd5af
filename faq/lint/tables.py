"""Tables: fixed phrases, facets and hotlines that answers rely on are whole.

A phrase has the same values in both languages, and only those it is given; every field that
`facets.yaml` names exists; the number for everything else (12345) is among the hotlines; no source,
channel or hotline stands twice.

表格:固定用语里的花括号(如 `{date}`)不能多、不能少、不能改名;`facets.yaml` 里的字段要存在;
来源、渠道、电话不能重复;12345 必须在 `hotlines.yaml` 里。
改法:照原来的花括号写;重复的删掉一条。
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from string import Formatter

from faq.catalogue import Catalogue
from faq.facts import FIELDS
from faq.model import Facet, Problem
from faq.yamltree import Tree, Where

FALLBACK_HOTLINE = "12345"
_VALUES = {
    "menu_category": {"name", "page", "pages"},
    "not_stated": {"name", "facet"},
    "where": {"tiers"},
    "hotline": {"numbers"},
    "dated": {"date"},
    "valid_until": {"date"},
    "law": {"laws"},
    "sources": {"sources", "compiled"},
    "compiled": {"compiled"},
    "failed": {"reference"},
    "hidden": {"kinds"},
    "limited": {"seconds"},
    "chip_topic": {"name"},
    "chip_city": {"city"},
    "city_channels": {"city"},
    "city_own": {"city", "date"},
    "online_ways": {"date"},
    "book_ways": {"date"},
    "book_nowhere": {"date"},
    "progress_ways": {"date"},
    "progress_nowhere": {"date"},
    **{f"wing_{wing}": {"way"} for wing in ("mobile", "web", "kiosk", "window")},
    "not_stated_ways": {"name", "facet"},
    "city_same": {"city"},
    "web_version": {"version"},
    "guide_known": {"known"},
    "guide_change": {"name"},
    "guide_resume": {"name"},
}


def check(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Yield every fault of the tables."""
    for language, phrases in catalogue.phrases.items():
        for name, text in phrases.texts.items():
            wrong = _wrong_values(name, text)
            if wrong:
                tree = trees[f"phrases/{language}.yaml"]
                yield tree.problem(("texts", name), "tables", wrong)
    for facet, at, field in _unknown_fields(catalogue):
        message = f"目录没有字段 {field} / no such field"
        yield trees["facets.yaml"].problem(("facets", facet, at), "tables", message)
    if FALLBACK_HOTLINE not in catalogue.hotlines:
        message = f"缺少 {FALLBACK_HOTLINE},别处答不了时要指给它 / is missing"
        yield trees["hotlines.yaml"].problem(("hotlines",), "tables", message)
    yield from _twice(trees)


def _wrong_values(name: str, text: str) -> str | None:
    try:
        found = {field for _, field, _, _ in Formatter().parse(text) if field is not None}
    except ValueError:
        return "花括号不成对 / a brace is open"
    wanted = _VALUES.get(name, set())
    if found == wanted:
        return None
    return f"应当用 {sorted(wanted)},写的是 {sorted(found)} / has the wrong values"


def _unknown_fields(catalogue: Catalogue) -> Iterator[tuple[str, int, str]]:
    picked = {f"picked.{facet}" for facet in Facet}
    for facet, parts in catalogue.facets.items():
        for at, part in enumerate(parts):
            for field in (*part.needs, *part.unless):
                if field not in FIELDS and field not in picked:
                    yield facet.value, at, field


def _twice(trees: Mapping[str, Tree]) -> Iterator[Problem]:
    for path, section, key in (
        ("catalogue/sources.yaml", "sources", "ref"),
        ("catalogue/sources.yaml", "channels", "key"),
        ("hotlines.yaml", "hotlines", "number"),
    ):
        value = trees[path].value
        records = value.get(section) if isinstance(value, dict) else None
        yield from _repeated(
            trees[path], section, key, records if isinstance(records, list) else ()
        )


def _repeated(tree: Tree, section: str, key: str, records: Iterable[object]) -> Iterator[Problem]:
    seen: Counter[object] = Counter()
    for at, record in enumerate(records):
        name = record.get(key) if isinstance(record, dict) else None
        seen[name] += 1
        if seen[name] == 2:
            where: Where = (section, at, key)
            yield tree.problem(where, "tables", f"{name} 重复 / stands twice")
