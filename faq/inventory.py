"""How much content there is, as the table in the readme."""

from collections import Counter
from collections.abc import Iterable

from faq.catalogue import Catalogue, answer_text
from faq.model import TextLanguage
from faq.schema.catalogue import Confidence
from faq.schema.entry import EntryFile

_CONFIDENCE: tuple[Confidence, ...] = ("law", "official_page", "press", "third_party", "unverified")
_HEAD = (
    "类别 category",
    "条目 entries",
    "中文方面 facets zh",
    "英文方面 facets en",
    "中文问法 zh",
    "英文问法 en",
    "来源 sources",
    *_CONFIDENCE,
)


def table(catalogue: Catalogue) -> str:
    """A row a category and one for all; then what belongs elsewhere (Markdown)."""
    titles = {str(name): title for name, title in catalogue.phrases["zh"].categories.items()}
    rows = [
        (titles.get(category, category), *_figures(catalogue, ids))
        for category, ids in catalogue.categories.items()
    ]
    every = tuple(entry for ids in catalogue.categories.values() for entry in ids)
    rows.append(("合计 all", *_figures(catalogue, every)))
    others = [
        (title, len(records), sum(len(one.phrasings.zh) for one in records), en)
        for title, records in (
            ("转介 referrals", tuple(catalogue.referrals.values())),
            ("无关的问法 frames", tuple(catalogue.frames.values())),
            ("闲聊 small talk", tuple(catalogue.small_talk.values())),
            ("反问 clarifications", tuple(catalogue.clarifications.values())),
        )
        for en in (sum(len(one.phrasings.en) for one in records),)
    ]
    return "\n".join(
        [
            *_markdown(_HEAD, rows),
            "",
            *_markdown(("不归我们 not ours", "主题 topics", "中文问法 zh", "英文问法 en"), others),
        ]
    )


def _figures(catalogue: Catalogue, ids: tuple[str, ...]) -> tuple[int, ...]:
    entries = [catalogue.entries[entry] for entry in ids if entry in catalogue.entries]
    items = [catalogue.facts[entry].item for entry in ids]
    confidence = Counter(item.confidence for item in items)
    return (
        len(entries),
        sum(_answered(entry, "zh") for entry in entries),
        sum(_answered(entry, "en") for entry in entries),
        sum(len(texts) for entry in entries for texts in entry.phrasings.zh.values()),
        sum(len(texts) for entry in entries for texts in entry.phrasings.en.values()),
        len({source.ref for item in items for source in item.sources}),
        *(confidence[level] for level in _CONFIDENCE),
    )


def _answered(entry: EntryFile, language: TextLanguage) -> int:
    return sum(bool(answer_text(entry, facet, language)) for facet in entry.answers)


def _markdown(head: Iterable[str], rows: Iterable[Iterable[object]]) -> list[str]:
    titles = list(head)
    lines = ["| " + " | ".join(titles) + " |", "|---" + "|---:" * (len(titles) - 1) + "|"]
    return lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows]
