"""The words of the domain as frozen types; every layer speaks in these."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Literal


class Language(StrEnum):
    """A language a question may be in; answers exist in Chinese (both scripts) and English."""

    ZH = "zh"
    ZH_HANT = "zh-Hant"
    EN = "en"
    JA = "ja"
    KO = "ko"
    RU = "ru"

    @property
    def text(self) -> "TextLanguage":
        """The language whose texts answer this one: Chinese, else English."""
        return "zh" if self in (Language.ZH, Language.ZH_HANT) else "en"


TextLanguage = Literal["zh", "en"]


class Facet(StrEnum):
    """What is asked about an item; the set is closed (DESIGN §2)."""

    OVERVIEW = "overview"
    CONDITIONS = "conditions"
    MATERIALS = "materials"
    STEPS = "steps"
    WHERE = "where"
    WHEN_HOURS = "when_hours"
    FEE = "fee"
    DURATION = "duration"
    VALIDITY = "validity"
    ONLINE = "online"
    APPOINTMENT = "appointment"
    LEGAL = "legal"
    AGENT = "agent"
    CROSS_REGION = "cross_region"
    PROGRESS = "progress"


class Outcome(StrEnum):
    """How a question ended; every reply has exactly one (DESIGN §4)."""

    ANSWERED = "answered"
    OFFERED_CHOICES = "offered_choices"
    GUIDED = "guided"
    NO_MATCH = "no_match"
    OUT_OF_SCOPE = "out_of_scope"
    EMERGENCY = "emergency"
    REFUSED = "refused"
    SMALL_TALK = "small_talk"
    FAILED = "failed"


class Alert(StrEnum):
    """The kinds of emergency card (DESIGN §4)."""

    VIOLENCE = "violence"
    FIRE = "fire"
    MEDICAL = "medical"
    ACCIDENT = "accident"
    SUICIDE = "suicide"
    FRAUD = "fraud"
    MISSING = "missing"
    WATER = "water"
    EXPLOSION = "explosion"
    KIDNAP = "kidnap"
    WEAPON = "weapon"
    THREAT = "threat"


class Harm(StrEnum):
    """What a request that is refused is about; each has a refusal of its own."""

    FORGERY = "forgery"
    TRADE = "trade"
    TRACING = "tracing"
    EVASION = "evasion"
    BRIBERY = "bribery"
    FALSE_REPORT = "false_report"
    FLIGHT = "flight"
    CONTRABAND = "contraband"
    CRIME = "crime"
    INJECTION = "injection"


class Policy(StrEnum):
    """How firmly a fact may be stated."""

    STATE = "state"
    STATE_WITH_DATE = "state_with_date"
    REFER_ONLY = "refer_only"


class Kind(StrEnum):
    """What a topic is: a service, another authority's, a look-alike, small talk, or a question too
    broad to answer.
    """

    ENTRY = "entry"
    REFERRAL = "referral"
    FRAME = "frame"
    SMALL_TALK = "small_talk"
    CLARIFICATION = "clarification"


@dataclass(frozen=True, slots=True)
class Context:
    """What the last answer in a chat was about; a follow-up changes one part of it. ``guide`` is
    the guide in hand with the answers given, as a button carries it.
    """

    entry: str
    facet: Facet
    city: str | None = None
    guide: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What a person typed, and where; ``late`` is how long ago, where that is long."""

    text: str
    channel: str
    chat: str
    language: Language | None = None
    late: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a topic is ranked where it is.

    ``margin``: its lead over the best other topic that is no twin of it, negative if it does not
    lead. ``known``: the share of the question's weight in grams we know (0 to 1). ``learned``,
    ``likeness`` and ``background``: what was learnt, the likest phrasing and its answers give it.
    ``likely``: how likely the network by itself finds it (0 to 1).
    """

    margin: float = 0.0
    known: float = 0.0
    learned: float = 0.0
    likeness: float = 0.0
    background: float = 0.0
    likely: float = 0.0


@dataclass(frozen=True, slots=True)
class Match:
    """A topic the question may be about, with the facet asked and the chance of being right."""

    topic: str
    kind: Kind
    facet: Facet
    confidence: float
    score: float
    phrasing: str
    evidence: Evidence = Evidence()


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: its label, the code that pressing it sends back, and what it leads to."""

    label: str
    code: str
    entry: str | None = None
    facet: Facet | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """An official address that may be shown as a link."""

    title: str
    url: str


class BlockKind(StrEnum):
    """The parts a reply is made of, in the order a clerk would say them; an emergency card stands
    before them and is a message of its own.
    """

    CARD = "card"
    LEAD = "lead"
    TEXT = "text"
    LIST = "list"
    CHECKLIST = "checklist"
    WHERE = "where"
    NOTE = "note"
    SOURCE = "source"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a reply: a line of text, with list items or links below it."""

    kind: BlockKind
    text: str = ""
    items: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from; ``url`` only where the address may be shown."""

    title: str
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """A service and what is asked about it."""

    entry: str
    facet: Facet


@dataclass(frozen=True, slots=True)
class Reply:
    """Everything a channel needs to show an answer; each channel renders the same reply. ``id`` is
    the turn's in the journal.
    """

    outcome: Outcome
    blocks: tuple[Block, ...]
    language: Language
    alert: Alert | None = None
    entry: str | None = None
    facet: Facet | None = None
    confidence: float = 0.0
    choices: tuple[Choice, ...] = ()
    sources: tuple[Source, ...] = ()
    more: tuple[Topic, ...] = ()
    city: str | None = None
    hands_over: bool = False
    guide: str = ""
    version: str = ""
    why: tuple[Match, ...] = ()
    id: str = ""


class Level(StrEnum):
    """An error stops content from going live, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A fault in the content, with its place; lines and columns count from one."""

    path: str
    line: int
    column: int
    level: Level
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.level} {self.rule}: {self.message}"
