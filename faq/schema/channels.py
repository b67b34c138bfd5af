"""``channels.yaml``: what can be done through each official channel, and what says so."""

from typing import Literal

from faq.schema import Record
from faq.schema.catalogue import Id, PartialDate, Ref
from faq.schema.city import Act

Wing = Literal["mobile", "web"]


class Use(Record):
    """What a channel of the catalogue is for; ``acts`` hold for every item that names the channel,
    ``only`` for these items. ``source`` is a reference of the catalogue.
    """

    wing: Wing
    acts: tuple[Act, ...] = ()
    only: dict[Act, tuple[Id, ...]] = {}
    source: Ref
    checked_on: PartialDate


class ChannelFile(Record):
    """``channels.yaml``: uses by the key of the channel."""

    channels: dict[Ref, Use]
