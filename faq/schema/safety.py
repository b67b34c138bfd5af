"""``safety.yaml``: the entries that belong to a danger, and those to turn to instead of a wrong."""

from faq.model import Alert, Harm
from faq.schema import Record
from faq.schema.catalogue import Id


class SafetyFile(Record):
    """The entries that fit each ``danger``, the one to show where none of them was found first,
    and those of the ``police`` that fit any; the ``lawful`` ones instead of each harm.
    """

    danger: dict[Alert, tuple[Id, ...]] = {}
    police: tuple[Id, ...] = ()
    lawful: dict[Harm, tuple[Id, ...]] = {}
