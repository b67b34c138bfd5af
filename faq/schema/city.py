"""``cities/<id>.yaml``: a city, how people say it, and what its police have confirmed."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from faq.schema import Record
from faq.schema.catalogue import Category, Number, PartialDate, Text
from faq.schema.entry import FullTexts

CityId = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,10}$")]
Plate = Annotated[str, StringConstraints(pattern=r"^辽[A-Z]$")]
Act = Literal["query", "consult", "book", "apply", "progress"]


class Verified(Record):
    """Something the city's police confirmed; it is shown once both are filled in."""

    verified_by: Text | None = None
    verified_on: PartialDate | None = None

    @property
    def is_verified(self) -> bool:
        """Whether it may be shown."""
        return bool(self.verified_by and self.verified_on)


class CityChannel(Verified):
    """A city's own online channel: for which categories, and what can be done there."""

    name: Text
    url: Text
    serves: tuple[Category, ...]
    acts: tuple[Act, ...]


class Window(Verified):
    """An office of the city that serves the public."""

    name: Text
    address: Text
    serves: tuple[Category, ...]
    phone: Number | None = None
    hours: Text | None = None


class Note(Verified):
    """What else the city's police want said."""

    text: FullTexts


class CityFile(Record):
    """A city; ``said`` are other ways to say its name, ``unless`` words that only look like it."""

    id: CityId
    name: FullTexts
    said: tuple[Text, ...] = ()
    unless: tuple[Text, ...] = ()
    plate_prefix: Plate
    channels: tuple[CityChannel, ...] = ()
    windows: tuple[Window, ...] = ()
    notes: tuple[Note, ...] = ()
