"""An entry and a facet into a reply's blocks: the answer, where and links, law, source, date."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from faq.catalogue import Catalogue, answer_text
from faq.facts import Facts
from faq.linking import may_link
from faq.model import Block, BlockKind, Facet, Link, Policy, Source, TextLanguage
from faq.places import Places
from faq.template import Unresolved, render
from faq.texts import Texts

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


@dataclass(frozen=True, slots=True)
class Composer:
    """Composes what a citizen reads out of one version of the content, in one language; what was
    rendered and composed once is remembered, but for what is of one city.
    """

    catalogue: Catalogue
    language: TextLanguage
    _rendered: dict[tuple[str, Facet], str | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _answers: dict[tuple[str, Facet], tuple[Block, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _stated: dict[str, tuple[Facet, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def texts(self) -> Texts:
        """The fixed texts."""
        return Texts(self.catalogue, self.language)

    def phrase(self, name: str, /, **values: object) -> str:
        """A fixed text with its values filled in."""
        return self.texts.phrase(name, **values)

    def join(self, names: Iterable[str]) -> str:
        """Names in a row."""
        return self.texts.join(names)

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
        return self.texts.city(name)

    def stated(self, entry: str) -> tuple[Facet, ...]:
        """The facets of an entry that have an answer in this language, if only by a channel."""
        if entry not in self._stated:
            facts, places = self.catalogue.facts[entry], Places(self.texts)
            self._stated[entry] = tuple(
                facet for facet in Facet if self._text(entry, facet) or places.serve(facts, facet)
            )
        return self._stated[entry]

    def answer(self, entry: str, facet: Facet, city: str | None = None) -> tuple[Block, ...]:
        """The answer to ``facet`` of ``entry``, or that the catalogue does not state it and whom
        to ask; where it is done, ``city`` if one is named, and what supports it, come after.
        """
        if city is not None:
            return self._compose(entry, facet, city)
        if (entry, facet) not in self._answers:
            self._answers[entry, facet] = self._compose(entry, facet, None)
        return self._answers[entry, facet]

    def _compose(self, entry: str, facet: Facet, city: str | None) -> tuple[Block, ...]:
        facts = self.catalogue.facts[entry]
        text = self._text(entry, facet)
        said = parse(text) if text else self._untranslated(entry, facet)
        if facet is Facet.MATERIALS:
            said = tuple(part for block in said for part in self._checklist(block))
        where = Places(self.texts).blocks(facts, facet, text or "", city)
        notes = self._notes(facts, known=bool(text))
        return (*said, *where, *self._to_bring(entry, facet), *notes, self._source(facts, facet))

    def sources(self, entry: str, facet: Facet | None = None) -> tuple[Source, ...]:
        """What an entry's facts come from, first what the channels for ``facet`` do, then the
        strongest; an address only where the facts allow it to be shown and its host is listed.
        """
        facts = self.catalogue.facts[entry]
        hosts = self.catalogue.hosts
        of_channels = Places(self.texts).sources(facts, facet) if facet else ()
        refs = dict.fromkeys((*of_channels, *(source.ref for source in facts.item.sources)))
        records = [self.catalogue.sources[ref] for ref in refs]
        records.sort(key=lambda one: (one.ref not in of_channels, _SOURCE_RANK[one.kind]))
        return tuple(
            Source(
                record.title,
                record.date,
                record.url if record.show_url_to_user and may_link(record.url, hosts) else None,
            )
            for record in records[:_MAX_SOURCES]
        )

    def _text(self, entry: str, facet: Facet) -> str | None:
        if (entry, facet) not in self._rendered:
            self._rendered[entry, facet] = self._render(entry, facet)
        return self._rendered[entry, facet]

    def _render(self, entry: str, facet: Facet) -> str | None:
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
            is_served = Places(self.texts).serve(self.catalogue.facts[entry], facet)
            return self._served(entry, facet) if is_served else self._not_stated(entry, facet)
        lead, *rest = parse(chinese)
        told = Block(BlockKind.LEAD, self.phrase("chinese_only"))
        return (told, replace(lead, kind=BlockKind.TEXT), *rest)

    def _served(self, entry: str, facet: Facet) -> tuple[Block, ...]:
        """That nothing is written of ``facet`` itself, but where it can be done."""
        text = self.phrase("not_stated_ways", name=self.name(entry), facet=self.facet(facet))
        return (Block(BlockKind.LEAD, text),)

    def _to_bring(self, entry: str, facet: Facet) -> Iterable[Block]:
        """What to bring to an appointment, to be ticked off."""
        text = self._text(entry, Facet.MATERIALS) if facet is Facet.APPOINTMENT else None
        listed = (part for block in parse(text or "-") for part in self._checklist(block))
        items = [item for part in listed if part.kind is BlockKind.CHECKLIST for item in part.items]
        if items:
            yield Block(BlockKind.CHECKLIST, self.phrase("to_bring"), tuple(items))

    def _checklist(self, block: Block) -> Iterable[Block]:
        """A list to be ticked off, and apart from it what the catalogue does not say."""
        if block.kind is not BlockKind.LIST:
            yield block
            return
        unsaid = self.phrase("unsaid")
        ticked = tuple(item for item in block.items if unsaid not in item)
        others = tuple(item for item in block.items if unsaid in item)
        if ticked:
            yield replace(block, kind=BlockKind.CHECKLIST, items=ticked)
        if others:
            yield replace(block, text="" if ticked else block.text, items=others)

    def _not_stated(self, entry: str, facet: Facet) -> tuple[Block, ...]:
        text = self.phrase("not_stated", name=self.name(entry), facet=self.facet(facet))
        return (Block(BlockKind.LEAD, text), Block(BlockKind.TEXT, self.phrase("not_stated_where")))

    def hotlines(self, entries: Iterable[str]) -> Iterable[Block]:
        """The telephone numbers of entries in one line, if there are any."""
        items = [self.catalogue.facts[entry].item for entry in entries]
        numbers = dict.fromkeys(
            f"{number}({getattr(line.name, self.language)})"
            for item in items
            for number in item.hotlines
            if (line := self.catalogue.hotlines.get(number)) and not line.referrals_only
        )
        if numbers:
            yield Block(BlockKind.NOTE, self.phrase("hotline", numbers=self.join(numbers)))

    def _notes(self, facts: Facts, *, known: bool) -> Iterable[Block]:
        numbers = tuple(self.hotlines([facts.item.id]))
        yield from numbers
        if not numbers and not known:
            fallback = self.catalogue.hotlines["12345"]
            said = f"12345({getattr(fallback.name, self.language)})"
            yield Block(BlockKind.NOTE, self.phrase("hotline", numbers=said))
        if facts.policy is Policy.REFER_ONLY:
            yield Block(BlockKind.NOTE, self.phrase("refer_only"))
        elif facts.policy is Policy.STATE_WITH_DATE:
            date = facts.item.as_of or self.catalogue.compiled
            yield Block(BlockKind.NOTE, self.phrase("dated", date=date))
        if facts.item.valid_until:
            until = self.phrase("valid_until", date=facts.item.valid_until)
            yield Block(BlockKind.NOTE, until)

    def _source(self, facts: Facts, facet: Facet) -> Block:
        laws = facts.get("legal_basis") if self.language == "zh" else None
        law = self.phrase("law", laws=";".join(laws)) + "\n" if laws else ""
        return self.source_line(self.sources(facts.item.id, facet), law)

    def source_line(self, sources: Sequence[Source], law: str = "") -> Block:
        """The law, the sources and the date of the content, which stand last."""
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


def parse(text: str) -> tuple[Block, ...]:
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
