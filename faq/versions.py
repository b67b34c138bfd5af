"""Versions of the content and the switches staff may turn, as storage keeps them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Version:
    """Content that was live: its number and digest, when and by whom, and what it changed."""

    number: int
    digest: str
    at: float
    who: str
    difference: str


@dataclass(frozen=True, slots=True)
class Off:
    """That the assistant was turned off: why, by whom and when. Citizens do not see the reason."""

    reason: str
    who: str
    at: float


@dataclass(frozen=True, slots=True)
class Switches:
    """What outlasts a restart: the number of the version that is live, whether the assistant is
    off, and after a rollback the digest of the content in the folder that it passes over.
    """

    live: int | None = None
    passed_over: str | None = None
    off: Off | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody did to the content or the switches, for the audit log."""

    at: float
    who: str
    what: str
    detail: str
