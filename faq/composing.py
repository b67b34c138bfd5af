"""An entry and a facet into a reply's blocks: the answer, where and links, law, source, date."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from faq.catalogue import Catalogue, answer_text
from faq.facts import Facts
from faq.model import Block, BlockKind, Facet, Link, Policy, Source, TextLanguage
from faq.template import Unresolved, render

_MAX_SOURCES = 3
_SOURCE_RANK = {
    "law": 0,
    "official_page": 1,
    "official_text_copy": 2,
    "press": 3,
    "code_evidence": 4,
    "third_party": 5,
}
_DOUBLED = re.compile(r"([。;,:!?])[。;,]+")
_PLAIN = re.compile(r"[!-\[\]-~]+\Z")  # printable ASCII without space and backslash
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}\Z")
_CHANNEL_FACETS = frozenset(
    {
        Facet.ONLINE,
        Facet.APPOINTMENT,
        Facet.PROGRESS,
        Facet.OVERVIEW,
        Facet.STEPS,
        Facet.WHERE,
        Facet.MATERIALS,
        Facet.CROSS_REGION,
    }
)


@dataclass(frozen=True, slots=True)
class Composer:
    """Composes what a citizen reads out of one version of the content, in one language."""

    catalogue: Catalogue
    language: TextLanguage

    def phrase(self, name: str, /, **values: object) -> str:
        """A fixed text with its values filled in."""
        return self.catalogue.phrases[self.language].texts[name].format(**values)

    def join(self, names: Iterable[str]) -> str:
        """Names in a row."""
        return ("、" if self.language == "zh" else ", ").join(names)

    def name(self, topic: str) -> str:
        """What a topic is called."""
        if topic in self.catalogue.facts:
            item = self.catalogue.facts[topic].item
            return item.name if self.language == "zh" else item.name_en
        for records in (self.catalogue.referrals, self.catalogue.frames):
            if topic in records:
                return getattr(records[topic].name, self.language)  # type: ignore[no-any-return]
        return topic

    def facet(self, facet: Facet) -> str:
        """What a facet is called on a button."""
        return self.catalogue.phrases[self.language].facets[facet]

    def city(self, name: str) -> str:
        """What a city is called."""
        return str(getattr(self.catalogue.cities[name].name, self.language))

    def stated(self, entry: str) -> tuple[Facet, ...]:
        """The facets of an entry that have an answer in this language."""
        return tuple(facet for facet in Facet if self._text(entry, facet))

    def answer(self, entry: str, facet: Facet, city: str | None = None) -> tuple[Block, ...]:
        """The answer to ``facet`` of ``entry``, or that the catalogue does not state it and whom
        to ask; where it is done, ``city`` if one is named, and what supports it, come after.
        """
        facts = self.catalogue.facts[entry]
        text = self._text(entry, facet)
        said = _parse(text) if text else self._untranslated(entry, facet)
        around = (*self._where(facts, facet, text), *self._notes(facts, known=bool(text)))
        return (*said, *self._city(facet, text, city), *around, self._source(facts))

    def sources(self, entry: str) -> tuple[Source, ...]:
        """What an entry's facts come from, the strongest first; an address only where the facts
        allow it to be shown and its host is listed.
        """
        facts = self.catalogue.facts[entry]
        records = [self.catalogue.sources[source.ref] for source in facts.item.sources]
        records.sort(key=lambda record: _SOURCE_RANK[record.kind])
        return tuple(
            Source(
                record.title,
                record.date,
                record.url if record.show_url_to_user and self._may_link(record.url) else None,
            )
            for record in records[:_MAX_SOURCES]
        )

    def channels(self, facts: Facts) -> tuple[Link, ...]:
        """The official online channels of an item that have an address."""
        found = []
        for key in facts.item.channels:
            channel = self.catalogue.channels[key]
            if channel.url and self._may_link(channel.url):
                found.append(Link(self.catalogue.phrases[self.language].channels[key], channel.url))
        return tuple(found)

    def _text(self, entry: str, facet: Facet) -> str | None:
        record = self.catalogue.entries.get(entry)
        text = answer_text(record, facet, self.language) if record else None
        if not text:
            return None
        try:
            return _DOUBLED.sub(r"\1", render(text, entry, self.catalogue.scope(self.language)))
        except Unresolved:
            return None  # the check refuses such content; should it slip through, say less

    def _untranslated(self, entry: str, facet: Facet) -> tuple[Block, ...]:
        """The Chinese answer where there is no other, and that it is; else that there is none."""
        chinese = Composer(self.catalogue, "zh")._text(entry, facet)
        if not chinese:
            return self._not_stated(entry, facet)
        lead, *rest = _parse(chinese)
        told = Block(BlockKind.LEAD, self.phrase("chinese_only"))
        return (told, replace(lead, kind=BlockKind.TEXT), *rest)

    def _not_stated(self, entry: str, facet: Facet) -> tuple[Block, ...]:
        text = self.phrase("not_stated", name=self.name(entry), facet=self.facet(facet))
        return (Block(BlockKind.LEAD, text), Block(BlockKind.TEXT, self.phrase("not_stated_where")))

    def _where(self, facts: Facts, facet: Facet, text: str | None) -> Iterable[Block]:
        if text and facet not in _CHANNEL_FACETS and facts.policy is not Policy.REFER_ONLY:
            return
        tiers = self._tiers(facts)
        line = self.phrase("where", tiers=tiers) if tiers and tiers not in (text or "") else ""
        names = [
            self.catalogue.phrases[self.language].channels[key]
            for key in facts.item.channels
            if not self.catalogue.channels[key].url
        ]
        links = self.channels(facts)
        if names or links:
            known = "channels" if facts.get("steps.online") else "channels_perhaps"
            online = self.phrase(known) + self.join(names)
            line = f"{line}\n{online}" if line else online
        if line:
            yield Block(BlockKind.WHERE, line, links=links)

    def _city(self, facet: Facet, text: str | None, city: str | None) -> Iterable[Block]:
        """That what is said holds everywhere, unless the answer speaks of the city itself."""
        if city and city in self.catalogue.cities and self.city(city) not in (text or ""):
            phrase = "city_channels" if facet in _CHANNEL_FACETS else "city_same"
            yield Block(BlockKind.NOTE, self.phrase(phrase, city=self.city(city)))

    def _tiers(self, facts: Facts) -> str:
        if not facts.get("where.tier"):
            return ""
        return render("{where.tier}", facts.item.id, self.catalogue.scope(self.language))

    def _notes(self, facts: Facts, *, known: bool) -> Iterable[Block]:
        numbers = [
            f"{number}({getattr(line.name, self.language)})"
            for number in facts.item.hotlines
            if (line := self.catalogue.hotlines.get(number)) and not line.referrals_only
        ]
        if numbers:
            yield Block(BlockKind.NOTE, self.phrase("hotline", numbers=self.join(numbers)))
        elif not known:
            fallback = self.catalogue.hotlines["12345"]
            said = f"12345({getattr(fallback.name, self.language)})"
            yield Block(BlockKind.NOTE, self.phrase("hotline", numbers=said))
        if facts.policy is Policy.REFER_ONLY:
            yield Block(BlockKind.NOTE, self.phrase("refer_only"))
        elif facts.policy is Policy.STATE_WITH_DATE:
            date = facts.item.as_of or self.catalogue.compiled
            yield Block(BlockKind.NOTE, self.phrase("dated", date=date))

    def _source(self, facts: Facts) -> Block:
        laws = facts.get("legal_basis") if self.language == "zh" else None
        law = self.phrase("law", laws=";".join(laws)) + "\n" if laws else ""
        sources = self.sources(facts.item.id)
        titles = [
            f"《{source.title}》" + (f"({source.date})" if source.date else "")
            for source in sources
        ]
        compiled = self.catalogue.compiled
        said = (
            self.phrase("sources", sources=self.join(titles), compiled=compiled)
            if titles
            else self.phrase("compiled", compiled=compiled)
        )
        links = tuple(Link(source.title, source.url) for source in sources if source.url)
        return Block(BlockKind.SOURCE, law + said, links=links)

    def _may_link(self, url: str | None) -> bool:
        return bool(url) and may_link(url or "", self.catalogue.hosts)


def may_link(url: str, hosts: tuple[str, ...]) -> bool:
    """Whether an address is plain http(s) to a listed host, without user, port or odd letters."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    host = parts.netloc
    if parts.scheme not in ("http", "https") or not _PLAIN.match(url) or not _HOST.match(host):
        return False
    return any(
        host == listed or (listed.startswith("*.") and host.endswith(listed[1:]))
        for listed in hosts
    )


def _parse(text: str) -> tuple[Block, ...]:
    """Lines into blocks: first the lead; lines with a dash are a list below the line above."""
    lead, *rest = [line.strip() for line in text.splitlines() if line.strip()]
    blocks = [Block(BlockKind.LEAD, lead.removeprefix("- "))]
    heading, items = "", []
    for line in (*rest, ""):
        if line.startswith("- "):
            items.append(line[2:])
            continue
        if items:
            blocks.append(Block(BlockKind.LIST, heading, tuple(items)))
        elif heading:
            blocks.append(Block(BlockKind.TEXT, heading))
        heading, items = line, []
    return tuple(blocks)
