"""The texts of the content that citizens read, each with its language and its place."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from faq.catalogue import Catalogue
from faq.lint.entry_files import entry_files
from faq.model import Facet, Level, Problem, TextLanguage
from faq.schema.catalogue import Item
from faq.template import without_placeholders
from faq.yamltree import Tree, Where

FACT_LISTS = ("conditions", "materials", "legal_basis", "pitfalls")
_FACT_TEXTS = (
    ("where", "note"),
    ("time_limit", "statutory"),
    ("time_limit", "promised"),
    ("fee", "amount"),
    ("fee", "basis"),
    ("validity",),
)


class Shown(NamedTuple):
    """A text, where it stands, and the language it should be in."""

    tree: Tree
    where: Where
    language: TextLanguage
    text: str

    @property
    def own(self) -> str:
        """What the text states itself, without what it refers to."""
        return without_placeholders(self.text)

    def problem(self, rule: str, message: str, level: Level = Level.ERROR) -> Problem:
        """A problem at this text."""
        return self.tree.problem(self.where, rule, message, level)


def shown(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Shown]:
    """Every text that may reach a citizen."""
    yield from facts(catalogue, trees)
    yield from answers(catalogue, trees)
    yield from others(catalogue, trees)


def facts(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Shown]:
    """The names and facts of every item, unverified ones left out."""
    for category, ids in catalogue.categories.items():
        tree = trees[f"catalogue/{category}.yaml"]
        for at, name in enumerate(ids):
            item = catalogue.facts[name].item
            yield Shown(tree, ("items", at, "name"), "zh", item.name)
            yield Shown(tree, ("items", at, "name_en"), "en", item.name_en)
            for where, text in lines(item):
                yield Shown(tree, ("items", at, *where), "zh", text)


def lines(item: Item) -> Iterator[tuple[Where, str]]:
    """What an item states, line by line, each with its path in the item."""
    for field in FACT_LISTS:
        for at, line in enumerate(getattr(item, field)):
            yield (field, at), line
    for wing in ("online", "self_service", "window"):
        for at, line in enumerate(getattr(item.steps, wing)):
            yield ("steps", wing, at), line
    for path in _FACT_TEXTS:
        value: object = item
        for part in path:
            value = getattr(value, part)
        if isinstance(value, str):
            yield path, value


def answers(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Shown]:
    """The answers of every entry, the built ones and the staff's own."""
    for name, tree in entry_files(trees).items():
        if name not in catalogue.entries:
            continue
        for facet, answer in catalogue.entries[name].answers.items():
            for part, texts in (("built", answer.built), ("staff", answer.staff)):
                if texts.zh:
                    yield Shown(tree, ("answers", facet.value, part, "zh"), "zh", texts.zh)
                if texts.en:
                    yield Shown(tree, ("answers", facet.value, part, "en"), "en", texts.en)


def others(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Shown]:
    """Names and texts of referrals, small talk and clarifications, fixed phrases, hotlines."""
    for kind, records, fields in (
        ("referrals", catalogue.referrals, ("name", "text")),
        ("frames", catalogue.frames, ("name",)),
        ("small_talk", catalogue.small_talk, ("text",)),
        ("clarifications", catalogue.clarifications, ("ask",)),
    ):
        for name, record in records.items():
            for field in fields:
                texts = getattr(record, field)
                tree = trees[f"{kind}/{name}.yaml"]
                yield Shown(tree, (field, "zh"), "zh", texts.zh)
                yield Shown(tree, (field, "en"), "en", texts.en)
    for at, hotline in enumerate(catalogue.hotlines.values()):
        tree = trees["hotlines.yaml"]
        yield Shown(tree, ("hotlines", at, "name", "zh"), "zh", hotline.name.zh)
        yield Shown(tree, ("hotlines", at, "name", "en"), "en", hotline.name.en)
    yield from _phrases(catalogue, trees)


def _phrases(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Shown]:
    for language, phrases in catalogue.phrases.items():
        tree = trees[f"phrases/{language}.yaml"]
        for section in ("texts", "facets", "categories", "audiences", "tiers", "channels"):
            for name, text in getattr(phrases, section).items():
                key = name.value if isinstance(name, Facet) else name
                yield Shown(tree, (section, key), language, text)
