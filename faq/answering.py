"""Matches to a reply: answer when sure, offer when in doubt, refer, or say what is not known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from faq import codes
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

SURE = 0.6  # of 1,011 questions nobody wrote a phrasing for 90 in 100 are right then, 4 wrong
POSSIBLE = 0.2
_FEWEST, _OFFERED = 2, 4
_NEAR = 0.1  # an entry that scores so little less than a matter of others may be meant as well
_FACET_BUTTONS = 8
_BUTTON_ORDER = (
    Facet.OVERVIEW,
    Facet.MATERIALS,
    Facet.WHERE,
    Facet.FEE,
    Facet.DURATION,
    Facet.APPOINTMENT,
    Facet.ONLINE,
    Facet.PROGRESS,
    Facet.STEPS,
    Facet.CONDITIONS,
    Facet.CROSS_REGION,
    Facet.AGENT,
    Facet.VALIDITY,
    Facet.LEGAL,
    Facet.WHEN_HOURS,
)


@dataclass(frozen=True, slots=True)
class Answerer:
    """Decides for one language; ``language`` is the asker's, the texts are the composer's; what
    is answered is answered for ``city``, if one was named.
    """

    composer: Composer
    language: Language
    city: str | None = None

    def decide(self, matches: Sequence[Match], is_sure: bool | None = None) -> Reply:
        """The reply to a question with these matches, best first; if it ``is_sure``, the best entry
        is answered rather than offered; by itself its confidence tells.
        """
        if is_sure is None:
            is_sure = bool(matches) and matches[0].confidence >= SURE
        return replace(self._decided(matches, is_sure), why=tuple(matches))

    def _decided(self, matches: Sequence[Match], is_sure: bool) -> Reply:
        best = matches[0] if matches else None
        if best is None or best.confidence < POSSIBLE:
            return self.no_match()
        if best.kind is Kind.CLARIFICATION:
            return self.clarify(best, matches)
        entries = [match for match in matches if match.kind is Kind.ENTRY]
        is_near = bool(entries) and best.score - entries[0].score < _NEAR
        if best.kind is not Kind.ENTRY and best.confidence >= SURE / 2 and not is_near:
            return self._elsewhere(best)
        if best.kind is Kind.ENTRY and is_sure:
            return replace(self.answer(best.topic, best.facet), confidence=best.confidence)
        return self._offered(best, entries, matches)

    def _offered(self, best: Match, entries: Sequence[Match], matches: Sequence[Match]) -> Reply:
        """The likeliest entries to choose from; those of the broad question that has the best one,
        where that would be sure but for what the text leaves open.
        """
        broad = self._broad(best.topic, matches) if best.confidence >= SURE else None
        if broad is not None:
            return self.clarify(replace(broad, facet=best.facet), matches)
        if len(entries) < _FEWEST:
            return self.no_match()
        offered = [Topic(match.topic, match.facet) for match in entries[:_OFFERED]]
        return replace(self.offer(offered), confidence=best.confidence)

    @staticmethod
    def knows_broad(matches: Sequence[Match]) -> bool:
        """Whether the best match is a broad question, which can be asked back in its own words."""
        return bool(matches) and matches[0].kind is Kind.CLARIFICATION

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
            choices=self._other_facets(entry, facet),
            sources=self.composer.sources(entry, facet),
        )

    def answers(self, matches: Sequence[Match]) -> Reply:
        """The answers to several questions, each under the name of its entry."""
        first, *others = matches
        blocks: list[Block] = []
        for match in matches:
            blocks.append(Block(BlockKind.HEADING, self.composer.name(match.topic)))
            blocks += self.composer.answer(match.topic, match.facet)
        return replace(
            self.answer(first.topic, first.facet),
            blocks=tuple(blocks),
            confidence=min(match.confidence for match in matches),
            choices=self._topics([Topic(match.topic, match.facet) for match in matches]),
            more=tuple(Topic(match.topic, match.facet) for match in others),
            sources=_all_sources(self.composer.sources(match.topic) for match in matches),
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
            choices=self._topics(topics),
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

    def _broad(self, entry: str, matches: Sequence[Match]) -> Match | None:
        """The broad question that has ``entry`` among its choices, the best of ``matches``."""
        known = self.composer.catalogue.clarifications
        asked = (match for match in matches if match.kind is Kind.CLARIFICATION)
        return next((match for match in asked if entry in known[match.topic].choices), None)

    def _talk(self, name: str) -> Reply:
        record = self.composer.catalogue.small_talk[name]
        lead = Block(BlockKind.LEAD, getattr(record.text, self.composer.language))
        outcome = Outcome.SMALL_TALK
        return Reply(outcome, (lead,), self.language, hands_over=record.hands_over)

    def _elsewhere(self, match: Match) -> Reply:
        if match.kind is Kind.SMALL_TALK:
            return replace(self._talk(match.topic), confidence=match.confidence)
        reply = Reply(
            outcome=Outcome.OUT_OF_SCOPE,
            blocks=self._referral(match),
            language=self.language,
            confidence=match.confidence,
        )
        if match.kind is Kind.FRAME:
            return reply
        sources: tuple[Source, ...] = ()
        if match.topic in self.composer.catalogue.entries:
            sources = self.composer.sources(match.topic)
        return replace(reply, entry=match.topic, facet=match.facet, sources=sources)

    def _referral(self, match: Match) -> tuple[Block, ...]:
        if match.topic in self.composer.catalogue.entries:
            return self.composer.answer(match.topic, Facet.OVERVIEW)
        if match.kind is Kind.FRAME:
            return (Block(BlockKind.LEAD, self.composer.phrase("out_of_scope")),)
        record = self.composer.catalogue.referrals[match.topic]
        return (Block(BlockKind.LEAD, getattr(record.text, self.composer.language)),)

    def _topics(self, topics: Sequence[Topic]) -> tuple[Choice, ...]:
        return tuple(
            Choice(
                label=self.composer.name(topic.entry),
                code=codes.encode(codes.Answer(topic.entry, topic.facet)),
                entry=topic.entry,
                facet=topic.facet,
            )
            for topic in topics
        )

    def _other_facets(self, entry: str, shown: Facet) -> tuple[Choice, ...]:
        stated = self.composer.stated(entry)
        others = [facet for facet in _BUTTON_ORDER if facet in stated and facet is not shown]
        return tuple(
            Choice(
                label=self.composer.facet(facet),
                code=codes.encode(codes.Answer(entry, facet)),
                entry=entry,
                facet=facet,
            )
            for facet in others[:_FACET_BUTTONS]
        )


def _all_sources(each: Iterable[tuple[Source, ...]]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(source for sources in each for source in sources))
