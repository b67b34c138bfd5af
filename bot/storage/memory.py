"""A complete engine in memory: for tests, for dry runs, and while a database is down."""

from collections import OrderedDict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from bot.storage import times
from bot.storage.bounded import MOST, bound
from bot.storage.engine import Row, Storage
from bot.storage.memory_content import MemoryContent
from bot.storage.memory_outbox import MemoryOutbox
from bot.storage.memory_tickets import MemoryTickets
from faq.model import Context
from faq.ports import Claim, Clock


@dataclass
class MemorySessions:
    """Remembers the chats that were answered last."""

    clock: Clock
    outbox: MemoryOutbox
    tickets: MemoryTickets
    contexts: OrderedDict[str, tuple[float, Context]] = field(default_factory=OrderedDict)

    async def context(self, chat: str) -> Context | None:
        """What the chat's last answer was about, if it is younger than thirty minutes."""
        at, context = self.contexts.get(chat, (float("-inf"), None))
        return context if self.clock.now() - at < times.CONTEXT else None

    async def remember(self, chat: str, context: Context | None) -> None:
        """Remember what the answer just given was about; None forgets."""
        self.contexts.pop(chat, None)
        if context is not None:
            self.contexts[chat] = (self.clock.now(), context)
        bound(self.contexts)

    async def forget(self, chat: str) -> bool:
        """Delete all that is stored under the chat."""
        self.contexts.pop(chat, None)
        self.outbox.forget(chat)
        self.tickets.forget(chat)
        return True


@dataclass
class MemoryUpdates:
    """Knows the updates that came last."""

    clock: Clock
    known: OrderedDict[int, tuple[float, bool]] = field(default_factory=OrderedDict)

    async def claim(self, update: int) -> Claim:
        """Take an update in hand."""
        at, is_done = self.known.get(update, (float("-inf"), False))
        if is_done:
            return Claim.DONE
        if abs(self.clock.now() - at) < times.LEASE:
            return Claim.ELSEWHERE
        self.known[update] = (self.clock.now(), False)
        bound(self.known)
        return Claim.TAKEN

    def is_done(self, update: int) -> bool:
        """Whether the update is known to be handled."""
        return self.known.get(update, (0.0, False))[1]

    async def done(self, update: int) -> None:
        """The update was handled."""
        self.known[update] = (self.clock.now(), True)
        bound(self.known)

    async def release(self, update: int) -> None:
        """The update in hand will not be handled here."""
        if not self.is_done(update):
            self.known.pop(update, None)


@dataclass
class MemoryJournal:
    """Keeps the latest rows."""

    rows: deque[Row] = field(default_factory=lambda: deque(maxlen=MOST))
    marks: OrderedDict[str, tuple[str, str | None]] = field(default_factory=OrderedDict)

    async def add(self, rows: Sequence[Row]) -> bool:
        """Keep the rows."""
        self.rows.extend(rows)
        return True

    async def recent(self, limit: int) -> tuple[str, ...]:
        """The questions asked last, newest first."""
        asked = (row.noted.question for row in reversed(self.rows))
        return tuple(islice((text for text in asked if text is not None), limit))

    async def rate(self, id: str, mark: str, reason: str | None) -> None:
        """Note what the person thought of a turn."""
        if any(row.noted.id == id for row in self.rows):
            self.marks[id] = (mark, reason)
            bound(self.marks)


def open_memory(clock: Clock) -> Storage:
    """An empty engine."""
    outbox, tickets = MemoryOutbox(clock), MemoryTickets(clock)

    async def sweep() -> None:
        outbox.delete_old()

    async def close() -> None:
        pass

    return Storage(
        MemorySessions(clock, outbox, tickets),
        MemoryUpdates(clock),
        outbox,
        MemoryJournal(),
        MemoryContent(clock),
        tickets,
        sweep,
        close,
    )
