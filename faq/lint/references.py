"""References: every item, source, channel, tier and category that is named must exist.

An entry belongs to an item of the catalogue; related items, twins, sources and channels are ids
that exist; each tier and channel has a name in both languages.

编号:写到的事项、条目、来源、渠道、层级都必须存在;每个事项都有条目;
层级、渠道、类别、固定用语在中英文两个 `phrases` 文件里都有名字。
改法:核对拼写;缺条目就运行 `jingwu build`;缺名字就补进 `phrases/`。
"""

from collections.abc import Iterator, Mapping

from faq.catalogue import Catalogue
from faq.lint.entry_files import entry_files
from faq.model import Facet, Problem
from faq.schema.catalogue import Item
from faq.yamltree import Tree, Where


def check(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Yield every reference to something that is not there."""
    for category, ids in catalogue.categories.items():
        tree = trees[f"catalogue/{category}.yaml"]
        for at, name in enumerate(ids):
            for where, what in _missing(catalogue, catalogue.facts[name].item):
                yield tree.problem(
                    ("items", at, *where), "references", f"{what} 不存在 / does not exist"
                )
    yield from _entries(catalogue, trees)
    yield from _choices(catalogue, trees)
    yield from _unnamed(catalogue, trees)
    for name in catalogue.facts:
        if name not in catalogue.entries:
            tree = trees[f"catalogue/{catalogue.category_of(name)}.yaml"]
            message = f"{name} 还没有条目,运行 jingwu build / has no entry yet, run jingwu build"
            yield tree.problem((), "references", message)


def _entries(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    files = entry_files(trees)
    for name, entry in catalogue.entries.items():
        tree = files[name]
        if name not in catalogue.facts:
            yield tree.problem(("id",), "references", f"目录里没有事项 {name} / no such item")
        for at, twin in enumerate(entry.same_as):
            if twin not in catalogue.entries:
                yield tree.problem(("same_as", at), "references", f"{twin} 不存在 / does not exist")


def _choices(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    for name, broad in catalogue.clarifications.items():
        tree = trees[f"clarifications/{name}.yaml"]
        for at, choice in enumerate(broad.choices):
            if choice not in catalogue.entries:
                message = f"{choice} 不存在 / does not exist"
                yield tree.problem(("choices", at), "references", message)


def _unnamed(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """What menus and buttons show must have a name in both languages."""
    audiences = {one for facts in catalogue.facts.values() for one in facts.item.audience}
    every = {text for phrases in catalogue.phrases.values() for text in phrases.texts}
    for language, phrases in catalogue.phrases.items():
        wanted = (
            ("facets", tuple(Facet), phrases.facets),
            ("categories", tuple(catalogue.categories), phrases.categories),
            ("audiences", tuple(sorted(audiences)), phrases.audiences),
            ("texts", tuple(sorted(every)), phrases.texts),
        )
        for section, names, known in wanted:
            for name in names:
                if name not in known:
                    tree = trees[f"phrases/{language}.yaml"]
                    yield tree.problem((section,), "references", f"缺少 {name} / is missing")


def _missing(catalogue: Catalogue, item: Item) -> Iterator[tuple[Where, str]]:
    named = (
        ("related", item.related, catalogue.facts),
        ("channels", item.channels, catalogue.channels),
        ("channels", item.channels, catalogue.phrases["zh"].channels),
        ("channels", item.channels, catalogue.phrases["en"].channels),
        ("sources", tuple(source.ref for source in item.sources), catalogue.sources),
    )
    for field, keys, known in named:
        for at, key in enumerate(keys):
            if key not in known:
                yield (field, at), key
    for language in ("zh", "en"):
        for at, tier in enumerate(item.where.tier):
            if tier not in catalogue.phrases[language].tiers:
                yield ("where", "tier", at), f"phrases/{language}.yaml tiers: {tier}"
