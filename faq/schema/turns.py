"""Follow-ups: what they may change about the question before them, and how they sound."""

from faq.model import Facet
from faq.schema import Record
from faq.schema.catalogue import Id, Text


class Thing(Record):
    """A document or matter by its ``words``, and its entry for each case it has one for."""

    words: tuple[Text, ...]
    entries: dict[Id, Id]


class TurnsFile(Record):
    """``turns.yaml``: things and cases (lost, expired, for a child …) by their words; ``small`` are
    words that a follow-up may have besides, ``asks`` the half sentences that ask a facet,
    ``doubts`` whole follow-ups that ask whether a thing is needed,
    ``mere`` the words beside a case that tell nothing new, unless the case is a ``grave`` one;
    ``general`` the topics that a half sentence seems to be about when nothing came before it,
    ``idle`` those of what says nothing, so that it follows nothing.
    """

    small: tuple[Text, ...] = ()
    cases: dict[Id, tuple[Text, ...]] = {}
    things: tuple[Thing, ...] = ()
    general: tuple[Id, ...] = ()
    idle: tuple[Id, ...] = ()
    doubts: tuple[Text, ...] = ()
    mere: tuple[Text, ...] = ()
    grave: tuple[Id, ...] = ()
    asks: dict[Facet, tuple[Text, ...]] = {}


class HalvesFile(Record):
    """``halves.yaml``: texts of the kind that mean nothing where they follow nothing (``half``),
    and ``whole`` ones that are as short or as loose.
    """

    half: tuple[Text, ...] = ()
    whole: tuple[Text, ...] = ()
