"""``leading.yaml``: where a lawful question about a wrong leads when nothing is sure."""

from faq.model import Facet
from faq.schema import Record
from faq.schema.catalogue import Id, Text


class Way(Record):
    """What a text wants by the ``words`` for it, ``unless`` they stand in these; the entries that
    can serve it, and the topic it leads to where none of them was thought of; ``of_wrong`` if the
    text must name a wrong, too.
    """

    words: tuple[Text, ...]
    unless: tuple[Text, ...] = ()
    entries: tuple[Id, ...] = ()
    otherwise: Id
    facet: Facet = Facet.OVERVIEW
    of_wrong: bool = False


class LeadingFile(Record):
    """The ways in the order they are tried; of the ``helpful`` entries the likeliest is answered
    where the text tells of a wrong, whatever is wanted of it.
    """

    ways: tuple[Way, ...] = ()
    helpful: tuple[Id, ...] = ()
