"""A service catalogue as it is delivered: one file, every item with its channels and sources."""

from typing import Literal

from pydantic import ConfigDict

from faq.model import Policy
from faq.schema import Record
from faq.schema.catalogue import (
    Audience,
    Channel,
    Confidence,
    Fee,
    Id,
    LawChange,
    Lines,
    Number,
    PartialDate,
    Place,
    Ref,
    SourceRecord,
    Steps,
    Text,
    TimeLimit,
    Unverified,
    Weaker,
)

CategoryTitle = Literal[
    "身份证",
    "证明",
    "户政",
    "出入境",
    "交管",
    "治安",
    "禁毒",
    "网安",
    "报警求助",
    "校园",
    "纠纷调解",
    "转介",
]


class DeliveredChannel(Record):
    """An entrance to a service, by name and address."""

    name: Text
    url: Text | None = None
    evidence: Text | None = None


class DeliveredHotline(Record):
    """A telephone number and what supports it."""

    number: Number
    evidence: Text | None = None


class DeliveredSource(Record):
    """A source of an item; its title, address and kind stand in the list of sources too."""

    ref: Ref
    what_it_supports: Text
    title: Text | None = None
    url: Text | None = None
    kind: Text | None = None
    evidence: Text | None = None


class DeliveredItem(Record):
    """An item as delivered."""

    id: Id
    name: Text
    name_en: Text
    category: CategoryTitle
    aliases: Lines = ()
    audience: tuple[Audience, ...] = ()
    conditions: Lines = ()
    materials: Lines = ()
    steps: Steps = Steps()
    where: Place = Place()
    time_limit: TimeLimit = TimeLimit()
    fee: Fee = Fee()
    validity: Text | None = None
    legal_basis: Lines = ()
    entry: tuple[DeliveredChannel, ...] = ()
    hotline: tuple[DeliveredHotline, ...] = ()
    pitfalls: Lines = ()
    related: tuple[Id, ...] = ()
    source: tuple[DeliveredSource, ...] = ()
    confidence: Confidence
    answer_policy: Policy
    as_of: PartialDate | None = None
    weaker_fields: Weaker = Weaker()
    unverified: Unverified = Unverified()


class Meta(Record):
    """When the catalogue was compiled, and which laws changed since."""

    model_config = ConfigDict(extra="ignore")

    compiled: PartialDate
    known_law_changes: tuple[LawChange, ...] = ()


class Delivered(Record):
    """The whole file; counts, reading rules and hotlines in it are for people."""

    model_config = ConfigDict(extra="ignore")

    meta: Meta
    sources: tuple[SourceRecord, ...]
    channels: tuple[Channel, ...]
    items: tuple[DeliveredItem, ...]
