"""All content of one version, as it is answered from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from faq.facts import Facts
from faq.guides.guide import Guide
from faq.loader import FileRead
from faq.model import Facet, TextLanguage
from faq.schema.catalogue import Channel, SourceRecord
from faq.schema.channels import Use
from faq.schema.city import CityFile
from faq.schema.entry import (
    ClarificationFile,
    EntryFile,
    FrameFile,
    ReferralFile,
    SmallTalkFile,
)
from faq.schema.guide import GuideWordsFile
from faq.schema.leading import LeadingFile
from faq.schema.safety import SafetyFile
from faq.schema.tables import Borders, Hotline, Part, PhrasesFile, WordsFile
from faq.schema.turns import HalvesFile, TurnsFile
from faq.template import Scope

PACKAGED = Path(__file__).parent / "content"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All content of one version: what there is to answer, and what answers are made of; ``files``
    is what it was read from, so that the next version reads only what changed.
    """

    version: str
    categories: Mapping[str, tuple[str, ...]]
    facts: Mapping[str, Facts]
    entries: Mapping[str, EntryFile]
    referrals: Mapping[str, ReferralFile]
    frames: Mapping[str, FrameFile]
    small_talk: Mapping[str, SmallTalkFile]
    clarifications: Mapping[str, ClarificationFile]
    guides: Mapping[str, Guide]
    guide_words: GuideWordsFile
    sources: Mapping[str, SourceRecord]
    channels: Mapping[str, Channel]
    hotlines: Mapping[str, Hotline]
    hosts: tuple[str, ...]
    words: WordsFile
    borders: Borders
    phrases: Mapping[TextLanguage, PhrasesFile]
    facets: Mapping[Facet, tuple[Part, ...]]
    compiled: str
    turns: TurnsFile
    halves: HalvesFile
    leading: LeadingFile
    safety: SafetyFile
    cities: Mapping[str, CityFile]
    uses: Mapping[str, Use]
    files: Mapping[str, FileRead]

    def scope(self, language: TextLanguage) -> Scope:
        """What placeholders in a text of ``language`` may refer to."""
        return Scope(self.facts, self.phrases[language].tiers, language)

    def category_of(self, entry: str) -> str:
        """The category an entry stands in."""
        return next(name for name, ids in self.categories.items() if entry in ids)

    def twins(self, name: str) -> frozenset[str]:
        """The entries that serve as well as another, whichever of the two says so (``same_as``)."""
        own = self.entries[name].same_as if name in self.entries else ()
        return frozenset(own).union(
            other for other, entry in self.entries.items() if name in entry.same_as
        )


def texts(entries: Iterable[EntryFile]) -> Iterator[tuple[str, Facet, TextLanguage, str]]:
    """Every answer text as (entry, facet, language, text), the staff's where there is one."""
    for entry in entries:
        for facet in entry.answers:
            for language in ("zh", "en"):
                text = answer_text(entry, facet, language)
                if text:
                    yield entry.id, facet, language, text


def answer_text(entry: EntryFile, facet: Facet, language: TextLanguage) -> str | None:
    """The text that answers ``facet``: the staff's own if there is one, else the built one."""
    answer = entry.answers.get(facet)
    if answer is None:
        return None
    if language == "zh":
        return answer.staff.zh or answer.built.zh
    return answer.staff.en or answer.built.en
