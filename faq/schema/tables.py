"""The small tables: hosts, hotlines, words, fixed phrases, facets, withheld figures."""

from typing import Annotated

from pydantic import StringConstraints

from faq.model import Facet
from faq.schema import Record
from faq.schema.catalogue import Audience, Category, Number, PartialDate, Ref, Text
from faq.schema.entry import FullTexts

Host = Annotated[str, StringConstraints(pattern=r"^(\*\.)?[a-z0-9.-]+\.[a-z]{2,}$")]


class HostFile(Record):
    """``hosts.yaml``: hosts that may become links; ``*.`` stands for any sub-domain."""

    hosts: tuple[Host, ...]


class Hotline(Record):
    """A telephone number that may be shown, with what is known of it."""

    number: Number
    name: FullTexts
    evidence: Text
    scope: Text | None = None
    hours: Text | None = None
    free: bool | None = None
    checked_on: PartialDate | None = None
    referrals_only: bool = False


class HotlineFile(Record):
    """``hotlines.yaml``."""

    hotlines: tuple[Hotline, ...]


class WordsFile(Record):
    """``words.yaml``: what the matcher knows about words."""

    synonyms: tuple[tuple[Text, ...], ...] = ()
    fillers: tuple[Text, ...] = ()
    objects: tuple[Text, ...] = ()
    kinds: dict[str, tuple[Text, ...]] = {}
    foreign: dict[Text, tuple[Text, ...]] = {}
    neutral: tuple[Text, ...] = ()
    facet_cues: dict[Facet, tuple[Text, ...]] = {}


class HalfBorders(Record):
    """From the signs of half a sentence to the chance that a text is one."""

    intercept: float = 5.9
    sounds: float = 2.1
    score: float = 0.0
    margin: float = -1.5
    size: float = -0.8
    names: float = -1.3


class BroadBorders(Record):
    """From the signs of a broad text to the chance that it means several entries alike."""

    intercept: float = 1.6
    size: float = -0.09
    says: float = -0.04
    learned: float = -1.0
    third: float = 3.2


class SureBorders(Record):
    """From all signs together to the chance that what matches best is what is asked."""

    intercept: float = 0.0
    margin: float = 2.2
    likely: float = 0.0
    half: float = -0.3
    broad: float = -0.2


class Borders(Record):
    """``borders.yaml``, written by ``jingwu build``: from evidence to the chance of being right,
    from signs to that of being ``half`` a sentence or too ``broad`` to answer, and from all of
    them together to that of being ``sure``.

    ``fitted_on`` is a digest of the content and the questions it was fitted on. The values below
    stand in where there is no such file.
    """

    intercept: float = -3.2
    margin: float = 7.3
    known: float = 3.7
    half: HalfBorders = HalfBorders()
    broad: BroadBorders = BroadBorders()
    sure: SureBorders = SureBorders()
    questions: int = 0
    fitted_on: str = ""


class PhrasesFile(Record):
    """``phrases/zh.yaml`` and ``phrases/en.yaml``: every fixed text the assistant says."""

    texts: dict[str, Text]
    facets: dict[Facet, Text]
    categories: dict[Category, Text]
    audiences: dict[Audience, Text]
    tiers: dict[str, Text]
    channels: dict[Ref, Text]


class Part(Record):
    """A piece of a built answer, used when every field it needs is there and may be shown."""

    needs: tuple[Text, ...]
    unless: tuple[Text, ...] = ()
    zh: Text | None = None
    en: Text | None = None


class FacetFile(Record):
    """``facets.yaml``: which catalogue fields answer which facet, and in what words."""

    facets: dict[Facet, tuple[Part, ...]]
    picks: dict[Facet, tuple[Text, ...]] = {}


class Withheld(Record):
    """Words whose lines are not shown in items that cite a changed law."""

    law: Text
    words: tuple[Text, ...] = ()
    articles: bool = False


class WithheldFile(Record):
    """``withheld.yaml``."""

    withheld: tuple[Withheld, ...]
