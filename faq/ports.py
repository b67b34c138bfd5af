"""What the core and the channels need from outside, by need; every engine keeps these promises."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from faq.model import Context, Reply
from faq.versions import Deed, Off, Switches, Version

NewId = Callable[[], str]


class Clock(Protocol):
    """The time; injected, so that tests set it."""

    def now(self) -> float:
        """Seconds since 1970."""
        ...


class Sessions(Protocol):
    """What is remembered of a chat."""

    async def context(self, chat: str) -> Context | None:
        """What the chat's last answer was about, if it is younger than thirty minutes."""
        ...

    async def remember(self, chat: str, context: Context | None) -> None:
        """Remember what the answer just given was about; None forgets."""
        ...

    async def forget(self, chat: str) -> bool:
        """Delete all that is stored under the chat, past recovery; False if that failed."""
        ...


class Claim(StrEnum):
    """Who may handle an update: the claimer, nobody any more, or another who has it in hand."""

    TAKEN = "taken"
    DONE = "done"
    ELSEWHERE = "elsewhere"


class Updates(Protocol):
    """Which updates were handled, so that each is handled once however often it comes."""

    async def claim(self, update: int) -> Claim:
        """Take an update in hand, for sixty seconds; then another may take it over."""
        ...

    async def done(self, update: int) -> None:
        """The update was handled; it is never handled again."""
        ...

    async def release(self, update: int) -> None:
        """The update in hand will not be handled here; whoever comes next may take it."""
        ...


@dataclass(frozen=True, slots=True)
class Parcel:
    """A reply that waits to be sent: for whom, as the channel wrote it, since when, and how often
    sending it was tried.
    """

    id: int
    chat: str
    body: str
    is_urgent: bool
    at: float
    tries: int


@dataclass(frozen=True, slots=True)
class Backlog:
    """How many replies wait, and since when the oldest; the moment is 0 if none does."""

    count: int
    since: float


class Outbox(Protocol):
    """Replies that could not be sent at once; no word of a citizen is in them."""

    async def put(self, chat: str, body: str, *, is_urgent: bool) -> None:
        """Keep a reply until it is sent, at most for a day."""
        ...

    async def take(self, limit: int) -> tuple[Parcel, ...]:
        """Of each chat the next reply that is due, urgent ones first, then the oldest; they are in
        hand for sixty seconds.
        """
        ...

    async def sent(self, parcel: Parcel) -> None:
        """The reply was sent, or never can be; it is deleted."""
        ...

    async def later(self, parcel: Parcel, seconds: float) -> None:
        """Keep what is left of a reply, to be tried in so many seconds; its chat waits with it."""
        ...

    async def chats(self) -> frozenset[str]:
        """The chats for which replies wait."""
        ...

    async def backlog(self) -> Backlog:
        """How much waits."""
        ...


class Tickets(Protocol):
    """Whose questions staff were handed, for a day; nothing but the chat is kept."""

    async def open(self, ticket: int, chat: str) -> bool:
        """Remember whose question the message ``ticket`` to staff is; False if that failed."""
        ...

    async def chat(self, ticket: int) -> str | None:
        """Whose question a ticket is, while it is younger than a day."""
        ...


@dataclass(frozen=True, slots=True)
class Noted:
    """A turn as the journal keeps it: the question without personal numbers, None for a pressed
    button, and the reply. ``id`` is chance's; no chat and no person is named.
    """

    id: str
    channel: str
    question: str | None
    reply: Reply


class Journal(Protocol):
    """What was asked and how it ended; rows live ninety days."""

    async def record(self, noted: Noted) -> None:
        """Note how a turn ended."""
        ...

    async def recent(self, limit: int) -> tuple[str, ...]:
        """The questions asked last, newest first, as far as their text is kept."""
        ...

    async def rate(self, id: str, mark: str, reason: str | None) -> None:
        """Note what the person thought of the turn; one that is not known is passed over."""
        ...


class ContentStore(Protocol):
    """The content that was live, the switches staff turn, and who did what; they outlast restarts
    and are shared by every process on the same storage.
    """

    async def keep(self, digest: str, who: str, difference: str, tree: bytes) -> int:
        """Keep content that goes live, packed; its number, the same for the same digest.

        The oldest make room; the version that is live never does.
        """
        ...

    async def versions(self, limit: int) -> tuple[Version, ...]:
        """The versions kept, newest first."""
        ...

    async def tree(self, number: int) -> bytes | None:
        """The packed content of a version; None if it is not kept."""
        ...

    async def switches(self) -> Switches:
        """How the switches stand."""
        ...

    async def went_live(self, number: int, passed_over: str | None) -> None:
        """Note which version is live, and which content of the folder a rollback passes over."""
        ...

    async def turn(self, off: Off | None) -> None:
        """Note that the assistant was turned off, or on."""
        ...

    async def note(self, who: str, what: str, detail: str) -> None:
        """Add a line to the audit log."""
        ...

    async def deeds(self, limit: int) -> tuple[Deed, ...]:
        """The lines of the audit log, newest first."""
        ...
