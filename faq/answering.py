"""Replies of every form: an answer, choices, where to turn, or that nothing is known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from faq import buttons, codes
from faq.composing import Composer
from faq.model import (
    Block,
    BlockKind,
    Choice,
    Facet,
    Kind,
    Language,
    Match,
    Outcome,
    Reply,
    Source,
    Topic,
)


@dataclass(frozen=True, slots=True)
class Answerer:
    """Replies in one language; ``language`` is the asker's, the texts are the composer's; what
    is answered is answered for ``city``, if one was named.
    """

    composer: Composer
    language: Language
    city: str | None = None

    def answer(self, entry: str, facet: Facet) -> Reply:
        """The answer to a facet of an entry, with buttons for its other facets."""
        return Reply(
            outcome=Outcome.ANSWERED,
            blocks=self.composer.answer(entry, facet, self.city),
            language=self.language,
            entry=entry,
            facet=facet,
            city=self.city,
            confidence=1.0,
            choices=buttons.other_facets(self.composer, entry, facet),
            sources=self.composer.sources(entry, facet),
        )

    def answers(self, matches: Sequence[Match]) -> Reply:
        """The answers to several questions, each under the name of its entry."""
        topics = [Topic(match.topic, match.facet) for match in matches]
        blocks: list[Block] = []
        for topic in topics:
            blocks.append(Block(BlockKind.HEADING, self.composer.name(topic.entry)))
            blocks += self.composer.answer(topic.entry, topic.facet)
        return replace(
            self.answer(topics[0].entry, topics[0].facet),
            blocks=tuple(blocks),
            confidence=min(match.confidence for match in matches),
            choices=buttons.topics(self.composer, topics),
            more=tuple(topics[1:]),
            sources=_all_sources(self.composer.sources(topic.entry) for topic in topics),
            why=tuple(matches),
        )

    def clarify(self, asked: Match, matches: Sequence[Match]) -> Reply:
        """Ask back what a broad question leaves out, with its entries to choose from: those among
        the ``matches`` first, best first.
        """
        broad = self.composer.catalogue.clarifications[asked.topic]
        stated, facet = self.composer.stated, asked.facet
        found = (match.topic for match in matches if match.topic in broad.choices)
        topics = [
            Topic(entry, facet if facet in stated(entry) else Facet.OVERVIEW)
            for entry in dict.fromkeys((*found, *broad.choices))
        ]
        return self.offer(topics, getattr(broad.ask, self.composer.language))

    def offer(self, topics: Sequence[Topic], asked: str | None = None) -> Reply:
        """Entries to choose from, under ``asked`` or the usual question which is meant."""
        lead = Block(BlockKind.LEAD, asked or self.composer.phrase("offer"))
        return Reply(
            outcome=Outcome.OFFERED_CHOICES,
            blocks=(lead,),
            language=self.language,
            choices=buttons.topics(self.composer, topics),
        )

    def ask_back(self) -> Reply:
        """Ask what the question is about, when it does not say."""
        lead = Block(BlockKind.LEAD, self.composer.phrase("ask_back"))
        return Reply(Outcome.OFFERED_CHOICES, (lead,), self.language, choices=(self.menu(),))

    def no_match(self) -> Reply:
        """An honest word, and where to ask."""
        blocks = (
            Block(BlockKind.LEAD, self.composer.phrase("no_match")),
            Block(BlockKind.TEXT, self.composer.phrase("no_match_where")),
        )
        person = Choice(self.composer.phrase("command_human"), codes.encode(codes.Command("human")))
        return Reply(Outcome.NO_MATCH, blocks, self.language, choices=(self.menu(), person))

    def menu(self) -> Choice:
        """The way to all categories."""
        return Choice(self.composer.phrase("to_menu"), codes.encode(codes.Command("menu")))

    def human(self) -> Reply:
        """Where to speak with a person."""
        talk = self.composer.catalogue.small_talk
        said = [self._talk(name) for name in talk if talk[name].hands_over]
        lead = Block(BlockKind.LEAD, self.composer.phrase("no_match_where"))
        reply = said[0] if said else Reply(Outcome.GUIDED, (lead,), self.language)
        return replace(reply, outcome=Outcome.GUIDED, choices=(self.menu(),))

    def refer(self, topic: str) -> Reply:
        """What is another authority's: where to turn."""
        text = getattr(self.composer.catalogue.referrals[topic].text, self.composer.language)
        lead = Block(BlockKind.LEAD, text)
        return Reply(
            Outcome.OUT_OF_SCOPE, (lead,), self.language, entry=topic, facet=Facet.OVERVIEW
        )

    def _talk(self, name: str) -> Reply:
        record = self.composer.catalogue.small_talk[name]
        lead = Block(BlockKind.LEAD, getattr(record.text, self.composer.language))
        outcome = Outcome.SMALL_TALK
        return Reply(outcome, (lead,), self.language, hands_over=record.hands_over)

    def elsewhere(self, match: Match) -> Reply:
        """The reply to what is about no entry: small talk, or a matter of others or of nobody."""
        return replace(self._elsewhere(match), confidence=match.confidence)

    def _elsewhere(self, match: Match) -> Reply:
        if match.kind is Kind.SMALL_TALK:
            return self._talk(match.topic)
        if match.kind is Kind.FRAME:
            lead = Block(BlockKind.LEAD, self.composer.phrase("out_of_scope"))
            return Reply(Outcome.OUT_OF_SCOPE, (lead,), self.language)
        if match.topic not in self.composer.catalogue.entries:
            return replace(self.refer(match.topic), facet=match.facet)
        return Reply(
            outcome=Outcome.OUT_OF_SCOPE,
            blocks=self.composer.answer(match.topic, Facet.OVERVIEW),
            language=self.language,
            entry=match.topic,
            facet=match.facet,
            sources=self.composer.sources(match.topic),
        )


def _all_sources(each: Iterable[tuple[Source, ...]]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(source for sources in each for source in sources))
