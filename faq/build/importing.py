"""A service catalogue as delivered (one large file) into the content's catalogue folder.

An item keeps the digest of what was imported. What staff changed since then wins; where the
delivered catalogue changed the same item too, that is a conflict: reported, never overwritten.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel

from faq.build import Plan
from faq.build.emit import edit, emit, save
from faq.facts import digest
from faq.schema.catalogue import Category, Item, ItemFile, SourceFile, Supports
from faq.schema.delivered import CategoryTitle, Delivered, DeliveredItem
from faq.yamltree import Value

R = TypeVar("R")

SOURCES = "catalogue/sources.yaml"
CATEGORIES: dict[CategoryTitle, Category] = {
    "身份证": "identity_card",
    "证明": "certificates",
    "户政": "household",
    "出入境": "exit_entry",
    "交管": "traffic",
    "治安": "public_security",
    "禁毒": "narcotics",
    "网安": "cyber",
    "报警求助": "emergency_help",
    "校园": "campus",
    "纠纷调解": "disputes",
    "转介": "referrals",
}
_SAME = [
    "id",
    "name",
    "name_en",
    "aliases",
    "audience",
    "conditions",
    "materials",
    "steps",
    "where",
    "time_limit",
    "fee",
    "validity",
    "legal_basis",
    "pitfalls",
    "related",
    "confidence",
    "answer_policy",
    "as_of",
    "weaker_fields",
    "unverified",
]
_STAFF_ONLY = ("valid_until", "review_by")  # no delivered catalogue has them


@dataclass(frozen=True, slots=True)
class Present:
    """What the content's catalogue folder holds now: texts of files, items by id, sources."""

    files: Mapping[str, str]
    items: Mapping[str, Item]
    sources: SourceFile | None = None


class UnknownChannel(Exception):
    """An item names an entrance that the list of channels lacks; the text says which."""


def plan_import(delivered: Delivered, present: Present) -> Plan:
    """Plan the catalogue files for a delivered catalogue; raises UnknownChannel."""
    plan = Plan()
    keys = {(channel.name, channel.url): channel.key for channel in delivered.channels}
    by_category: dict[Category, list[Item]] = {slug: [] for slug in CATEGORIES.values()}
    for item in delivered.items:
        by_category[CATEGORIES[item.category]].append(_item(item, keys))
    _plan_sources(plan, delivered, present)
    titles = {slug: title for title, slug in CATEGORIES.items()}
    for slug, items in by_category.items():
        path = f"catalogue/{slug}.yaml"
        if path in present.files:
            _merge(plan, path, items, present)
        else:
            whole = ItemFile(category=slug, name=titles[slug], items=tuple(items))
            plan.write(path, emit(_plain(whole), f"事项目录:{whole.name}"), present.files)
    return plan


def item_digest(item: Item) -> str:
    """The digest of an item's content, however its file is laid out."""
    unset = {name for name in _STAFF_ONLY if getattr(item, name) is None}
    return digest(item.model_dump_json(exclude={"imported"} | unset))


def _item(raw: DeliveredItem, keys: Mapping[tuple[str, str | None], str]) -> Item:
    for entrance in raw.entry:
        if (entrance.name, entrance.url) not in keys:
            raise UnknownChannel(
                f"{raw.id}: channels 里没有“{entrance.name}” / is not among the channels"
            )
    item = Item(
        **{name: getattr(raw, name) for name in _SAME},
        channels=tuple(keys[entrance.name, entrance.url] for entrance in raw.entry),
        hotlines=tuple(hotline.number for hotline in raw.hotline),
        sources=tuple(Supports(ref=one.ref, supports=one.what_it_supports) for one in raw.source),
    )
    return item.model_copy(update={"imported": item_digest(item)})


def _plan_sources(plan: Plan, delivered: Delivered, present: Present) -> None:
    """Add what is new; a source, channel or change that is there already stays as staff left it."""
    now = present.sources
    if now is None:
        now = SourceFile(compiled=delivered.meta.compiled, sources=(), channels=())
    meta = delivered.meta
    merged = SourceFile(
        compiled=max(now.compiled, meta.compiled),
        sources=_added(now.sources, delivered.sources, lambda source: source.ref),
        channels=_added(now.channels, delivered.channels, lambda channel: channel.key),
        law_changes=_added(now.law_changes, meta.known_law_changes, lambda change: change.law),
    )
    if merged != present.sources:
        plan.write(SOURCES, emit(_plain(merged), "来源、渠道、法律变化"), present.files)


def _added(now: tuple[R, ...], new: tuple[R, ...], key: Callable[[R], str]) -> tuple[R, ...]:
    there = {key(record) for record in now}
    return (*now, *(record for record in new if key(record) not in there))


def _merge(plan: Plan, path: str, items: list[Item], present: Present) -> None:
    editor, document = edit(present.files[path])
    listed = document["items"]
    assert isinstance(listed, list)  # noqa: S101 - the schema was checked when it was loaded
    at = {record["id"]: place for place, record in enumerate(listed)}
    changed = False
    for item in items:
        now = present.items.get(item.id)
        if now is not None and item.id not in at:
            plan.conflicts.append(
                f"{path}: {item.id}: 目录把它换了类别,这里没有动,请手工移动 / "
                "the delivered item moved to this category; move it by hand"
            )
            continue
        if now is None:
            listed.append(_plain(item))
        elif now.imported == item.imported:
            continue
        elif now.imported and now.imported != item_digest(now):
            plan.conflicts.append(
                f"{path}: {item.id}: 目录来了新内容,但这里已由人改过,没有覆盖 / "
                "the delivered item changed and so did this one; kept as it is here"
            )
            continue
        else:
            listed[at[item.id]] = _plain(item)
        changed = True
    if changed:
        plan.write(path, save(editor, document), present.files)


def _plain(record: BaseModel) -> Value:
    """A record as it stands in a file: without what equals its default."""
    return record.model_dump(mode="json", exclude_defaults=True)
