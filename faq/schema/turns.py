"""``turns.yaml``: what a follow-up may change about the question before it, and to which entry."""

from faq.model import Facet
from faq.schema import Record
from faq.schema.catalogue import Id, Text


class Thing(Record):
    """A document or matter by its ``words``, and its entry for each case it has one for."""

    words: tuple[Text, ...]
    entries: dict[Id, Id]


class TurnsFile(Record):
    """Things and cases (lost, expired, for a child …) by their words; ``small`` are words that a
    follow-up may have besides, ``asks`` the half sentences that ask a facet.
    """

    small: tuple[Text, ...] = ()
    cases: dict[Id, tuple[Text, ...]] = {}
    things: tuple[Thing, ...] = ()
    asks: dict[Facet, tuple[Text, ...]] = {}
