"""Replies that wait, in memory."""

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from itertools import count

from bot.storage import times
from bot.storage.bounded import bound
from faq.ports import Backlog, Clock, Parcel


@dataclass(slots=True)
class _Waiting:
    """A reply, when it is due, and until when somebody has it in hand."""

    parcel: Parcel
    due: float
    held: float = float("-inf")

    def is_due(self, now: float) -> bool:
        """Whether it may be taken; a time beyond the longest wait is from a clock set back."""
        return all(not now < time <= now + times.LONGEST_WAIT for time in (self.due, self.held))


@dataclass
class MemoryOutbox:
    """Keeps replies for as long as the process lives; the oldest give way beyond a limit."""

    clock: Clock
    waiting: OrderedDict[int, _Waiting] = field(default_factory=OrderedDict)
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    async def put(self, chat: str, body: str, *, is_urgent: bool) -> None:
        """Keep a reply until it is sent."""
        now, number = self.clock.now(), next(self.numbers)
        self.waiting[number] = _Waiting(Parcel(number, chat, body, is_urgent, now, 0), now)
        bound(self.waiting)

    async def take(self, limit: int) -> tuple[Parcel, ...]:
        """The next reply of each chat, as far as it is due."""
        now = self.clock.now()
        ordered = sorted(
            self.waiting.values(), key=lambda one: (not one.parcel.is_urgent, one.parcel.id)
        )
        first: dict[str, _Waiting] = {}
        for one in ordered:
            first.setdefault(one.parcel.chat, one)
        due = [one for one in first.values() if one.is_due(now)]
        for one in due[:limit]:
            one.held = now + times.LEASE
        return tuple(one.parcel for one in due[:limit])

    async def sent(self, parcel: Parcel) -> None:
        """The reply was sent."""
        self.waiting.pop(parcel.id, None)

    async def later(self, parcel: Parcel, seconds: float) -> None:
        """Keep what is left of a reply."""
        if parcel.id in self.waiting:
            due = self.clock.now() + min(seconds, times.LONGEST_WAIT)
            self.waiting[parcel.id] = _Waiting(replace(parcel, tries=parcel.tries + 1), due)

    async def chats(self) -> frozenset[str]:
        """The chats for which replies wait."""
        return frozenset(one.parcel.chat for one in self.waiting.values())

    async def backlog(self) -> Backlog:
        """How much waits."""
        since = min((one.parcel.at for one in self.waiting.values()), default=0.0)
        return Backlog(len(self.waiting), since)

    def forget(self, chat: str) -> None:
        """Delete what waits for the chat."""
        for number in [n for n, one in self.waiting.items() if one.parcel.chat == chat]:
            del self.waiting[number]

    def delete_old(self) -> None:
        """Delete what is past its time."""
        before = self.clock.now() - times.OUTBOX
        for number in [n for n, one in self.waiting.items() if one.parcel.at < before]:
            del self.waiting[number]
