"""Entries (how people ask, what they are told), referrals, frames and small talk."""

from typing import Annotated

from pydantic import Field, StringConstraints

from faq.model import Facet
from faq.schema import Record
from faq.schema.catalogue import Id, Number, Text
from faq.schema.packed import Packed

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]


class Texts(Record):
    """A text in Chinese and English."""

    zh: Text | None = None
    en: Text | None = None


class FullTexts(Record):
    """A text that must exist in both languages."""

    zh: Text
    en: Text


class FacetPhrasings(Record):
    """Ways to ask, by the facet they ask about."""

    zh: dict[Facet, Packed] = {}
    en: dict[Facet, Packed] = {}


class Answer(Record):
    """The answer to one facet: what the build wrote, and the staff's own text, which wins.

    ``digest`` is of ``built`` as last written; ``checked`` is of the facts (figures aside) that the
    staff text was last checked against.
    """

    built: Texts = Texts()
    staff: Texts = Texts()
    digest: Digest | None = None
    checked: Digest | None = None


class EntryFile(Record):
    """``entries/<category>/<id>.yaml``."""

    id: Id
    referral: bool = False
    same_as: tuple[Id, ...] = ()
    phrasings: FacetPhrasings = FacetPhrasings()
    answers: dict[Facet, Answer] = {}


class Phrasings(Record):
    """Ways to say something that has no facets."""

    zh: Packed = Packed()
    en: Packed = Packed()


class ReferralFile(Record):
    """``referrals/<id>.yaml``: another authority, and what to tell who asks for it."""

    id: Id
    name: FullTexts
    text: FullTexts
    hotlines: tuple[Number, ...] = ()
    phrasings: Phrasings


class FrameFile(Record):
    """``frames/<id>.yaml``: questions that share our words but are no office's business."""

    id: Id
    name: FullTexts
    phrasings: Phrasings


class ClarificationFile(Record):
    """``clarifications/<id>.yaml``: a question too broad to answer, what is asked back, and the
    entries to choose from, the likeliest first; or the ``guide`` that asks on.
    """

    id: Id
    ask: FullTexts
    choices: Annotated[tuple[Id, ...], Field(min_length=2, max_length=5)]
    guide: Id | None = None
    phrasings: Phrasings


class SmallTalkFile(Record):
    """``small_talk/<id>.yaml``: what is said back to a greeting, thanks, abuse; ``hands_over``: who
    says it wants to speak with a person.
    """

    id: Id
    text: FullTexts
    hands_over: bool = False
    phrasings: Phrasings
