"""Buttons about the question itself: what it was read with, which can be taken back, and that
something else was meant.
"""

from dataclasses import dataclass, replace

from faq import codes
from faq.answering import Answerer
from faq.model import Block, BlockKind, Choice, Context, Facet, Kind, Outcome, Reply, Topic

_OTHERS = 4
_LOCAL = (Facet.WHERE, Facet.APPOINTMENT)


@dataclass(frozen=True, slots=True)
class Chips:
    """Chips in the language of ``answerer``."""

    answerer: Answerer

    def added(self, reply: Reply, context: Context | None, *, is_turned: bool = False) -> Reply:
        """The reply with its chips; ``is_turned``: it was read with ``context`` alone."""
        if reply.outcome not in (Outcome.ANSWERED, Outcome.OUT_OF_SCOPE):
            return reply
        chips = self._city(reply)
        is_carried = is_turned or (context is not None and context.entry == reply.entry)
        if reply.entry and is_carried:
            name = self.answerer.composer.name(reply.entry)
            chips.append(self._chip("chip_topic", "topic", name=name))
        return replace(reply, choices=(*reply.choices, *chips, *self._not_this(reply)))

    def answer(self, entry: str, facet: Facet) -> Reply:
        """The answer to a facet of an entry, with the chip of the city it is for."""
        reply = self.answerer.answer(entry, facet)
        return replace(reply, choices=(*reply.choices, *self._city(reply)))

    def others(self, code: codes.Others) -> Reply:
        """What else may have been meant, to choose from."""
        catalogue = self.answerer.composer.catalogue
        known = {codes.short(entry): entry for entry in catalogue.entries}
        topics = [Topic(known[name], code.facet) for name in code.names if name in known]
        if not topics:
            return self.answerer.ask_back()
        return self.answerer.offer(topics, self.answerer.composer.phrase("offer_others"))

    def dropped(self) -> Reply:
        """That the last answer is no longer followed up."""
        lead = Block(BlockKind.LEAD, self.answerer.composer.phrase("chip_dropped"))
        return replace(self.answerer.ask_back(), outcome=Outcome.GUIDED, blocks=(lead,))

    def town(self, code: codes.Town) -> Reply:
        """An answer for the city chosen, or the cities to choose from."""
        composer = self.answerer.composer
        if code.city in composer.catalogue.cities:
            chosen = Chips(replace(self.answerer, city=code.city))
            return chosen.answer(code.entry, code.facet)
        lead = Block(BlockKind.LEAD, composer.phrase("choose_city_of"))
        choices = tuple(
            Choice(composer.city(name), codes.encode(codes.Town(name, code.entry, code.facet)))
            for name in composer.catalogue.cities
        )
        return Reply(Outcome.GUIDED, (lead,), self.answerer.language, choices=choices)

    def _city(self, reply: Reply) -> list[Choice]:
        """The chip of the city that an answer is for; where it would matter, a way to choose."""
        if reply.city is None:
            has_cities = bool(self.answerer.composer.catalogue.cities)
            if not (has_cities and reply.entry and reply.facet in _LOCAL):
                return []
            code = codes.encode(codes.Town("", reply.entry, reply.facet))
            return [Choice(self.answerer.composer.phrase("choose_city"), code)]
        return [self._chip("chip_city", "city", city=self.answerer.composer.city(reply.city))]

    def _chip(self, phrase: str, part: str, **values: str) -> Choice:
        label = self.answerer.composer.phrase(phrase, **values)
        return Choice(label, codes.encode(codes.Drop(part)))

    def _not_this(self, reply: Reply) -> list[Choice]:
        runners_up = [
            match.topic
            for match in reply.why
            if match.kind is Kind.ENTRY and match.topic != reply.entry
        ]
        if not runners_up:
            return []
        names = tuple(codes.short(entry) for entry in runners_up[:_OTHERS])
        code = codes.encode(codes.Others(names, reply.facet or Facet.OVERVIEW))
        return [Choice(self.answerer.composer.phrase("not_this"), code)]
