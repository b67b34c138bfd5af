"""Guides (办事指引): questions with options, and the rows or steps that lead to an outcome.

A guide with ``rows`` is a decision table: the first row that fits wins. One without is a tree: each
option names the question or outcome it leads ``to``.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from faq.model import Facet
from faq.schema import Record
from faq.schema.catalogue import Id, Lines
from faq.schema.entry import FullTexts

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
StepCode = Annotated[str, StringConstraints(pattern=r"^[a-z][0-9]?$")]
RowId = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]+[a-z]?$")]
PartName = Literal["where", "steps", "bring", "validity", "limits", "counter", "afterwards"]
When = dict[Key, Annotated[tuple[Key, ...], Field(min_length=1)]]


class Words(Record):
    """Words by language."""

    zh: Lines = ()
    en: Lines = ()


class Option(Record):
    """One answer to a question.

    ``words`` found anywhere in a text give this answer; ``replies`` give it when they are all that
    is typed in reply to the question. ``entry`` is what is asked about from here on. In a table
    ``only`` names the options of other questions that can go with it; in a tree ``to`` is where it
    leads.
    """

    code: StepCode
    label: FullTexts
    words: Words = Words()
    replies: Words = Words()
    entry: Id | None = None
    only: When = {}
    to: Key | None = None


class Step(Record):
    """A question with its options; ``name`` is what it is called on a button that changes it.

    ``retired`` are the codes of options that were taken out; a code is never used again.
    """

    code: StepCode
    name: FullTexts
    ask: FullTexts
    options: Annotated[dict[Key, Option], Field(min_length=2)]
    retired: tuple[StepCode, ...] = ()


class Row(Record):
    """A rule of a table: the options under which it holds (a question left out: any), and what it
    leads to.
    """

    id: RowId
    when: When = {}
    outcome: Key


class Note(Record):
    """A line added to the sheet of whoever gave these answers; never a reason to ask."""

    when: When
    text: FullTexts


class Outcome(Record):
    """The sheet at the end: what it rests on (the first entry is what it is about), the answer in
    a sentence, and its parts. ``also`` are entries for afterwards, or if this does not work out.
    """

    entries: Annotated[tuple[Id, ...], Field(min_length=1, max_length=5)]
    also: Annotated[tuple[Id, ...], Field(max_length=3)] = ()
    facet: Facet = Facet.OVERVIEW
    lead: FullTexts
    parts: dict[PartName, FullTexts] = {}


class GuideFile(Record):
    """``guides/<id>.yaml``.

    ``under``: the entries whose answers offer the guide. ``decides``: the questions that together
    tell a situation; a text that answers them all and names what the guide is ``about`` is for it.
    ``most``: how many questions it may take.
    ``every``: the parts no sheet may lack. ``ignore``: words that look like an option's and mean
    none. ``closing`` ends each sheet.
    """

    id: Id
    name: FullTexts
    button: FullTexts
    entry: Id
    facet: Facet = Facet.OVERVIEW
    under: tuple[Id, ...] = ()
    decides: tuple[Key, ...] = ()
    about: Words = Words()
    most: Annotated[int, Field(ge=1, le=9)]
    every: tuple[PartName, ...] = ()
    ignore: Words = Words()
    closing: FullTexts | None = None
    retired: tuple[StepCode, ...] = ()
    questions: Annotated[dict[Key, Step], Field(min_length=1)]
    rows: tuple[Row, ...] = ()
    notes: tuple[Note, ...] = ()
    outcomes: Annotated[dict[Key, Outcome], Field(min_length=1)]


class GuideWordsFile(Record):
    """``guide_words.yaml``: what people type to go back, to start over, to leave a guide, or when
    they cannot tell.
    """

    back: Words = Words()
    restart: Words = Words()
    leave: Words = Words()
    unsure: Words = Words()
