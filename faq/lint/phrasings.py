"""Phrasings: no way to ask stands under two topics, and none twice under one.

Compared as the matcher reads them, so that punctuation, width and script make no difference.

问法:同一句话不能放在两个条目下(错误),在一个条目里也不要重复(提醒)。
标点、全角半角、繁体简体不同,也算同一句。
改法:留在该答的那个条目下,另一处删掉。
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from faq.catalogue import Catalogue
from faq.lint.entry_files import entry_files
from faq.model import Level, Problem
from faq.normalise import canonical
from faq.yamltree import Tree, Where


class Placed(NamedTuple):
    """A phrasing with its topic and its place."""

    topic: str
    tree: Tree
    where: Where
    text: str


def check(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Yield every phrasing that stands elsewhere too."""
    seen: dict[str, tuple[str, str]] = {}
    for topic, tree, where, text in placed(catalogue, trees):
        key = canonical(text).replace(" ", "")
        if not key:
            yield tree.problem(where, "phrasings", "没有文字 / has no letters")
        elif key in seen:
            other, path = seen[key]
            level = Level.WARNING if other == topic else Level.ERROR
            message = f"“{text}”已在 {path} / stands there already"
            yield tree.problem(where, "phrasings", message, level)
        else:
            seen[key] = (topic, tree.path)


def placed(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Placed]:
    """Every phrasing of every topic."""
    files = entry_files(trees)
    for name, entry in catalogue.entries.items():
        tree = files[name]
        for language, by_facet in (("zh", entry.phrasings.zh), ("en", entry.phrasings.en)):
            for facet, texts in by_facet.items():
                for at, text in enumerate(texts):
                    yield Placed(name, tree, ("phrasings", language, facet.value, at), text)
    others = [
        (f"{kind}/{name}.yaml", name, record.phrasings)
        for kind, records in (
            ("referrals", catalogue.referrals),
            ("frames", catalogue.frames),
            ("small_talk", catalogue.small_talk),
            ("clarifications", catalogue.clarifications),
        )
        for name, record in records.items()
    ]
    for path, name, phrasings in others:
        for language, texts in (("zh", phrasings.zh), ("en", phrasings.en)):
            for at, text in enumerate(texts):
                yield Placed(name, trees[path], ("phrasings", language, at), text)
