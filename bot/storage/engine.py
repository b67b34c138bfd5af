"""What every storage engine consists of."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from faq.ports import ContentStore, Noted, Outbox, Sessions, Tickets, Updates

Act = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Row:
    """A journal row before it is written: what was noted, and when."""

    at: float
    noted: Noted


class JournalRows(Protocol):
    """The journal as a table; BatchedJournal makes it a port."""

    async def add(self, rows: Sequence[Row]) -> bool:
        """Write the rows, all or none; False if that is not possible now."""
        ...

    async def recent(self, limit: int) -> tuple[str, ...]:
        """The questions asked last, newest first."""
        ...

    async def rate(self, id: str, mark: str, reason: str | None) -> None:
        """Note what the person thought of a turn."""
        ...


@dataclass(frozen=True, slots=True)
class Storage:
    """An opened engine, a part for each need.

    ``sweep`` deletes what is past its time, repairs what it can, and raises unless it could read
    and write; it is called every few seconds. ``close`` lets go of the database.
    """

    sessions: Sessions
    updates: Updates
    outbox: Outbox
    journal: JournalRows
    content: ContentStore
    tickets: Tickets
    sweep: Act
    close: Act
