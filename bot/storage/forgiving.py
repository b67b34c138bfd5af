"""Storage that never stands in the way of an answer: a fault is logged and counted, not raised."""

from collections.abc import Sequence
from itertools import count

from bot.storage.engine import JournalRows, Row, Storage
from bot.storage.faults import Faults
from bot.storage.forgiving_content import ForgivingContent
from bot.storage.memory import MemoryUpdates
from bot.storage.memory_outbox import MemoryOutbox
from faq.model import Context
from faq.ports import Backlog, Claim, Clock, Outbox, Parcel, Sessions, Tickets, Updates

_IN_MEMORY = 1 << 62  # numbers from here on are of replies that are kept in memory only


def forgiving(storage: Storage, faults: Faults, clock: Clock) -> Storage:
    """The same storage, each part of which forgives; what fails is known to ``faults``."""

    async def act() -> bool:
        await storage.sweep()
        return True

    async def sweep() -> None:
        if await faults.attempt("sweep", act(), False, patient=True):
            faults.over()

    return Storage(
        ForgivingSessions(storage.sessions, faults),
        ForgivingUpdates(storage.updates, faults, clock),
        ForgivingOutbox(storage.outbox, faults, clock),
        ForgivingJournal(storage.journal, faults),
        ForgivingContent(storage.content, faults),
        ForgivingTickets(storage.tickets, faults),
        sweep,
        storage.close,
    )


class ForgivingSessions:
    """A fault costs the follow-up."""

    def __init__(self, sessions: Sessions, faults: Faults) -> None:
        self._sessions = sessions
        self._faults = faults

    async def context(self, chat: str) -> Context | None:
        """What the chat's last answer was about, if that can be known."""
        return await self._faults.attempt("context", self._sessions.context(chat), None)

    async def remember(self, chat: str, context: Context | None) -> None:
        """Remember what the answer just given was about, if that is possible."""
        act = self._sessions.remember(chat, context)
        await self._faults.attempt("remember", act, None)

    async def forget(self, chat: str) -> bool:
        """Delete all that is stored under the chat; False if that was not possible."""
        act = self._sessions.forget(chat)
        return await self._faults.attempt("forget", act, False, patient=True)


class ForgivingTickets:
    """A fault costs the way back to the asker, who is told so."""

    def __init__(self, tickets: Tickets, faults: Faults) -> None:
        self._tickets = tickets
        self._faults = faults

    async def open(self, ticket: int, chat: str) -> bool:
        """Remember whose question a ticket is; False if that was not possible."""
        return await self._faults.attempt("ticket", self._tickets.open(ticket, chat), False)

    async def chat(self, ticket: int) -> str | None:
        """Whose question a ticket is, if that can be known."""
        return await self._faults.attempt("ticket", self._tickets.chat(ticket), None)


class ForgivingUpdates:
    """While the database is down, updates are told apart in memory."""

    def __init__(self, updates: Updates, faults: Faults, clock: Clock) -> None:
        self._updates = updates
        self._faults = faults
        self._memory = MemoryUpdates(clock)

    async def claim(self, update: int) -> Claim:
        """Take an update in hand; when nothing can be looked up, answer rather than stay silent."""
        if self._memory.is_done(update):
            return Claim.DONE
        found = await self._faults.attempt("claim", self._updates.claim(update), None)
        return found or await self._memory.claim(update)

    async def done(self, update: int) -> None:
        """The update was handled."""
        await self._memory.done(update)
        await self._faults.attempt("done", self._updates.done(update), None, patient=True)

    async def release(self, update: int) -> None:
        """The update in hand will not be handled here."""
        await self._memory.release(update)
        await self._faults.attempt("release", self._updates.release(update), None, patient=True)


class ForgivingOutbox:
    """While the database is down, replies wait in memory."""

    def __init__(self, outbox: Outbox, faults: Faults, clock: Clock) -> None:
        self._outbox = outbox
        self._faults = faults
        self._memory = MemoryOutbox(clock, numbers=count(_IN_MEMORY))

    async def put(self, chat: str, body: str, *, is_urgent: bool) -> None:
        """Keep a reply until it is sent."""

        async def act() -> bool:
            await self._outbox.put(chat, body, is_urgent=is_urgent)
            return True

        if not await self._faults.attempt("put", act(), False, patient=True):
            await self._memory.put(chat, body, is_urgent=is_urgent)

    async def take(self, limit: int) -> tuple[Parcel, ...]:
        """The next reply of each chat, as far as it is due."""
        kept = await self._faults.attempt("take", self._outbox.take(limit), (), patient=True)
        return (*kept, *await self._memory.take(limit))

    async def sent(self, parcel: Parcel) -> None:
        """The reply was sent."""
        if parcel.id >= _IN_MEMORY:
            await self._memory.sent(parcel)
        else:
            await self._faults.attempt("sent", self._outbox.sent(parcel), None, patient=True)

    async def later(self, parcel: Parcel, seconds: float) -> None:
        """Keep what is left of a reply."""
        if parcel.id >= _IN_MEMORY:
            await self._memory.later(parcel, seconds)
        else:
            act = self._outbox.later(parcel, seconds)
            await self._faults.attempt("later", act, None, patient=True)

    async def chats(self) -> frozenset[str]:
        """The chats for which replies wait."""
        none: frozenset[str] = frozenset()
        kept = await self._faults.attempt("chats", self._outbox.chats(), none, patient=True)
        return kept | await self._memory.chats()

    async def backlog(self) -> Backlog:
        """How much waits."""
        nothing = Backlog(0, 0.0)
        kept = await self._faults.attempt("backlog", self._outbox.backlog(), nothing, patient=True)
        here = await self._memory.backlog()
        since = [one.since for one in (kept, here) if one.count]
        return Backlog(kept.count + here.count, min(since, default=0.0))


class ForgivingJournal:
    """A fault keeps rows waiting."""

    def __init__(self, rows: JournalRows, faults: Faults) -> None:
        self._rows = rows
        self._faults = faults

    async def add(self, rows: Sequence[Row]) -> bool:
        """Write the rows; False if that is not possible now."""
        return await self._faults.attempt("journal", self._rows.add(rows), False, patient=True)

    async def recent(self, limit: int) -> tuple[str, ...]:
        """The questions asked last, as far as they can be read."""
        return await self._faults.attempt("recent", self._rows.recent(limit), (), patient=True)

    async def rate(self, id: str, mark: str, reason: str | None) -> None:
        """Note what the person thought of a turn, if that is possible."""
        await self._faults.attempt("rate", self._rows.rate(id, mark, reason), None, patient=True)
