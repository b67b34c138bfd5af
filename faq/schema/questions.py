"""``tests/*.yaml``: questions people ask, and which answers would help."""

from enum import StrEnum
from typing import Literal

from faq.model import Facet
from faq.schema import Record
from faq.schema.catalogue import Id, Text


class Sort(StrEnum):
    """What a labelled question is there to test."""

    IN_SCOPE = "in_scope"
    FOLLOW_UP = "follow_up"
    AMBIGUOUS = "ambiguous"
    OUT_OF_SCOPE = "out_of_scope"
    EMERGENCY = "emergency"
    HARMFUL = "harmful"
    CHITCHAT = "chitchat"


class Labelled(Record):
    """A question with its labels: ``entries`` and ``facets`` are all acceptable ones, ``context``
    the earlier turns of the chat.
    """

    id: Text
    text: Text
    kind: Sort
    lang: Literal["zh", "zh-Hant", "en", "ja", "ko", "ru"] = "zh"
    entries: tuple[Id, ...] = ()
    facets: tuple[Facet, ...] = ()
    context: tuple[Text, ...] = ()
    style: tuple[Text, ...] = ()


class QuestionFile(Record):
    """A file of labelled questions."""

    questions: tuple[Labelled, ...]


class KnownFailures(Record):
    """``tests/_known_failures.yaml``: ids of questions that are not answered well yet; the only
    ones that a change may leave without help.
    """

    known_failures: tuple[Text, ...]
