"""The shipped content with as many phrasings as wanted: thinned out, or with variations added."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from faq.catalogue import Catalogue
from faq.facts import Facts
from faq.matching.documents import documents, subjects
from faq.model import Facet
from faq.schema.entry import (
    ClarificationFile,
    EntryFile,
    FacetPhrasings,
    FrameFile,
    Phrasings,
    ReferralFile,
    SmallTalkFile,
)
from faq.schema.packed import Packed, packed

_ENDINGS = ("在沈阳", "去年", "孩子的", "单位的", "老家那边", "妈妈的", "上个月", "刚买的", "同学")
Other = TypeVar("Other", ReferralFile, FrameFile, SmallTalkFile, ClarificationFile)


def texts(catalogue: Catalogue) -> tuple[str, ...]:
    """Every text the matcher searches: phrasings, names and aliases."""
    return tuple(document.text for document in documents(catalogue, subjects(catalogue)))


def resized(catalogue: Catalogue, size: int) -> Catalogue:
    """The content with ``size`` texts to search, spread evenly, the same every time; names stay."""
    names = 2 * len(catalogue.entries)
    resizer = _Resizer((size - names) / (len(texts(catalogue)) - names))
    return replace(
        catalogue,
        facts={
            name: resizer.facts(facts) if name in catalogue.entries else facts
            for name, facts in catalogue.facts.items()
        },
        entries={name: resizer.entry(entry) for name, entry in catalogue.entries.items()},
        referrals={name: resizer.other(one) for name, one in catalogue.referrals.items()},
        frames={name: resizer.other(one) for name, one in catalogue.frames.items()},
        small_talk={name: resizer.other(one) for name, one in catalogue.small_talk.items()},
        clarifications={name: resizer.other(one) for name, one in catalogue.clarifications.items()},
    )


def varied(text: str, turn: int) -> str:
    """``text`` with a letter left out and a word more, others at every turn."""
    gap = 7 * turn % len(text)
    return text[:gap] + text[gap + 1 :] + _ENDINGS[turn % len(_ENDINGS)]


class _Resizer:
    """Keeps of the texts it is shown, one after the other, ``times`` as many."""

    def __init__(self, times: float) -> None:
        self._times = times
        self._seen = 0

    def facts(self, facts: Facts) -> Facts:
        """With fewer or more aliases."""
        aliases = self._texts(facts.item.aliases)
        return replace(facts, item=facts.item.model_copy(update={"aliases": aliases}))

    def entry(self, entry: EntryFile) -> EntryFile:
        """With fewer or more phrasings of every facet."""
        zh, en = self._facets(entry.phrasings.zh), self._facets(entry.phrasings.en)
        return entry.model_copy(update={"phrasings": FacetPhrasings(zh=zh, en=en)})

    def other(self, record: Other) -> Other:
        """With fewer or more phrasings."""
        zh, en = self._texts(record.phrasings.zh), self._texts(record.phrasings.en)
        shown = Phrasings(zh=packed(zh), en=packed(en))
        return record.model_copy(update={"phrasings": shown})

    def _facets(self, phrasings: dict[Facet, Packed]) -> dict[Facet, Packed]:
        return {facet: packed(self._texts(ways)) for facet, ways in phrasings.items()}

    def _texts(self, shown: Iterable[str]) -> tuple[str, ...]:
        kept: list[str] = []
        for text in shown:
            copies = self._due(self._seen + 1) - self._due(self._seen)
            kept += (varied(text, turn) if turn else text for turn in range(copies))
            self._seen += 1
        return tuple(kept)

    def _due(self, seen: int) -> int:
        return round(self._times * seen)
