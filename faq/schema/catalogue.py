"""The catalogue: items with their facts, and what the facts come from."""

import re
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from faq.model import Policy
from faq.schema import Record

MAX_TEXT = 4_000  # letters; an answer must fit into one message of any channel
Text = Annotated[str, StringConstraints(min_length=1, max_length=MAX_TEXT)]
_ID = r"^[a-z][a-z0-9_]{1,47}$"
Id = Annotated[str, StringConstraints(pattern=_ID)]
Ref = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]*$")]
PartialDate = Annotated[
    str, StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")
]
FullDate = Annotated[
    str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")
]
Number = Annotated[str, StringConstraints(pattern=r"^[0-9-]{3,12}$")]
Category = Literal[
    "identity_card",
    "certificates",
    "household",
    "exit_entry",
    "traffic",
    "public_security",
    "narcotics",
    "cyber",
    "emergency_help",
    "campus",
    "disputes",
    "referrals",
]
Confidence = Literal["law", "official_page", "press", "third_party", "unverified"]
Audience = Literal["citizen", "tourist", "foreigner", "student", "enterprise"]
Lines = tuple[Text, ...]


def is_id(text: str) -> bool:
    """Whether ``text`` may be the id of an item or of another topic."""
    return re.fullmatch(_ID.removesuffix("$"), text) is not None


class Steps(Record):
    """How it is done, by wing: online, at a kiosk, at a window."""

    online: Lines = ()
    self_service: Lines = ()
    window: Lines = ()


class Place(Record):
    """Which tiers of offices handle it."""

    tier: tuple[Id, ...] = ()
    note: Text | None = None


class TimeLimit(Record):
    """How long it takes or by when to act: by law, and as promised locally."""

    statutory: Text | None = None
    promised: Text | None = None


class Fee(Record):
    """What it costs, and the document that says so."""

    amount: Text | None = None
    basis: Text | None = None


class Weaker(Record):
    """Fields whose only source is a third party, and fields partly without a source."""

    third_party: tuple[Text, ...] = ()
    partly_unverified: tuple[Text, ...] = ()


class Supports(Record):
    """A source by reference, and what it supports in the item."""

    ref: Ref
    supports: Text


class Unverified(Record):
    """What is only general knowledge; kept for staff to confirm, never shown."""

    conditions: Lines = ()
    materials: Lines = ()
    steps: Steps = Steps()
    where: Place = Place()
    time_limit: TimeLimit = TimeLimit()
    fee: Fee = Fee()
    validity: Text | None = None
    legal_basis: Lines = ()
    pitfalls: Lines = ()


class Item(Record):
    """A service (事项) with its facts; the only place where a fact lives."""

    id: Id
    name: Text
    name_en: Text
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
    channels: tuple[Ref, ...] = ()
    hotlines: tuple[Number, ...] = ()
    pitfalls: Lines = ()
    related: tuple[Id, ...] = ()
    sources: tuple[Supports, ...] = ()
    confidence: Confidence
    answer_policy: Policy
    as_of: PartialDate | None = None
    valid_until: FullDate | None = None
    review_by: FullDate | None = None
    weaker_fields: Weaker = Weaker()
    unverified: Unverified = Unverified()
    imported: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")] | None = None


class ItemFile(Record):
    """``catalogue/<category>.yaml``."""

    category: Category
    name: Text
    items: tuple[Item, ...]


class SourceRecord(Record):
    """A document that facts come from."""

    ref: Ref
    title: Text
    kind: Literal[
        "law", "official_page", "official_text_copy", "press", "third_party", "code_evidence"
    ]
    url: Text | None = None
    date: PartialDate | None = None
    text_copy: Text | None = None
    note: Text | None = None
    evidence: Text | None = None
    show_url_to_user: bool = False


class Channel(Record):
    """An official online channel."""

    key: Ref
    name: Text
    url: Text | None = None
    evidence: Text


class LawChange(Record):
    """A law that changed after the facts were taken from it."""

    law: Text
    change: Text
    source: Text | None = None
    confidence: Confidence


class SourceFile(Record):
    """``catalogue/sources.yaml``."""

    compiled: PartialDate
    sources: tuple[SourceRecord, ...]
    channels: tuple[Channel, ...]
    law_changes: tuple[LawChange, ...] = Field(default=())
