"""The sheet at the end of a guide: what this person does, and what that rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from faq.composing import Composer, parse
from faq.guides.guide import Answers, Guide
from faq.model import Block, BlockKind, Policy, Source
from faq.places import Places
from faq.schema.entry import FullTexts
from faq.schema.guide import Outcome, PartName
from faq.template import Unresolved, render

_ORDER: tuple[PartName, ...] = (
    "where",
    "steps",
    "bring",
    "validity",
    "limits",
    "counter",
    "afterwards",
)
_SOURCES_EACH, _SOURCES = 2, 5


@dataclass(frozen=True, slots=True)
class Sheet:
    """Composes sheets in one language."""

    composer: Composer

    def blocks(self, guide: Guide, outcome: Outcome, answers: Answers) -> tuple[Block, ...]:
        """Which proof, where, how, what to bring, how long it holds, its limits, the counter, what
        to do afterwards; then what the guide says to everyone, and the sources with their dates.
        """
        lead, *rest = parse(self.text(outcome.lead, outcome.entries[0]))
        return (
            lead,
            *rest,
            *self._parts(outcome),
            *self._notes(guide, answers),
            *self._channels(outcome),
            *self._closing(guide, outcome),
        )

    def text(self, texts: FullTexts, entry: str) -> str:
        """A guide's text with its references to facts filled in."""
        text: str = getattr(texts, self.composer.language)
        try:
            return render(text, entry, self.composer.catalogue.scope(self.composer.language))
        except Unresolved:
            return self.composer.phrase("guide_at_window")  # the check refuses such content

    def sources(self, outcome: Outcome) -> tuple[Source, ...]:
        """What the entries of the sheet come from, the first entry's first."""
        entries = (*outcome.entries, *outcome.also)
        each = (self.composer.sources(entry)[:_SOURCES_EACH] for entry in entries)
        return tuple(dict.fromkeys(source for sources in each for source in sources))[:_SOURCES]

    def _parts(self, outcome: Outcome) -> Iterator[Block]:
        for name in _ORDER:
            if name in outcome.parts:
                heading = self.composer.phrase(f"guide_{name}")
                lines = self.text(outcome.parts[name], outcome.entries[0]).splitlines()
                items = tuple(line.removeprefix("- ") for line in lines if line.strip())
                if len(items) == 1:
                    gap = "" if self.composer.language == "zh" else " "
                    yield Block(BlockKind.TEXT, f"{heading}{gap}{items[0]}")
                else:
                    yield Block(BlockKind.LIST, heading, items)

    def _notes(self, guide: Guide, answers: Answers) -> Iterator[Block]:
        for note in guide.file.notes:
            if all(answers.get(name) in options for name, options in note.when.items()):
                yield Block(BlockKind.NOTE, self.text(note.text, guide.file.entry))

    def _channels(self, outcome: Outcome) -> Iterator[Block]:
        facts = self.composer.catalogue.facts[outcome.entries[0]]
        yield from Places(self.composer.texts).online(facts)

    def _closing(self, guide: Guide, outcome: Outcome) -> Iterator[Block]:
        if guide.file.closing:
            yield Block(BlockKind.NOTE, self.text(guide.file.closing, guide.file.entry))
        yield from self.composer.hotlines(outcome.entries)
        dates = self._dates(outcome.entries)
        if dates:
            yield Block(BlockKind.NOTE, self.composer.phrase("dated", date=min(dates)))
        yield self.composer.source_line(self.sources(outcome))

    def _dates(self, entries: Sequence[str]) -> list[str]:
        catalogue = self.composer.catalogue
        return [
            catalogue.facts[entry].item.as_of or catalogue.compiled
            for entry in entries
            if catalogue.facts[entry].policy is not Policy.STATE
        ]
