"""A complete engine in memory: for tests, for `ask` and for dry runs."""

from collections import Counter, OrderedDict

from faq.model import Context, Reply
from faq.ports import Clock

CONTEXT_SECONDS = 30 * 60
LEASE_SECONDS = 60
KEEP_UPDATES_SECONDS = 48 * 3600
_MOST = 10_000


class MemoryStorage:
    """Keeps the promises of the ports for as long as the process lives."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._contexts: OrderedDict[str, tuple[float, Context]] = OrderedDict()
        self._updates: OrderedDict[int, tuple[float, bool]] = OrderedDict()
        self.outcomes: Counter[tuple[str, str]] = Counter()

    async def context(self, chat: str) -> Context | None:
        """What the chat's last answer was about, if it is younger than thirty minutes."""
        at, context = self._contexts.get(chat, (float("-inf"), None))
        return context if self._clock.now() - at < CONTEXT_SECONDS else None

    async def remember(self, chat: str, context: Context | None) -> None:
        """Remember what the answer just given was about; None forgets."""
        self._contexts.pop(chat, None)
        if context is not None:
            self._contexts[chat] = (self._clock.now(), context)
        while len(self._contexts) > _MOST:
            self._contexts.popitem(last=False)

    async def forget(self, chat: str) -> bool:
        """Delete all that is stored under the chat."""
        self._contexts.pop(chat, None)
        return True

    async def claim(self, update: int) -> bool:
        """Take an update in hand; False if it was handled or is in hand elsewhere."""
        at, done = self._updates.get(update, (float("-inf"), False))
        if done or self._clock.now() - at < LEASE_SECONDS:
            return False
        self._updates[update] = (self._clock.now(), False)
        while len(self._updates) > _MOST:
            self._updates.popitem(last=False)
        return True

    async def done(self, update: int) -> None:
        """The update was handled; it is never handled again."""
        self._updates[update] = (self._clock.now(), True)

    async def record(self, channel: str, reply: Reply) -> None:
        """Note how a question ended."""
        self.outcomes[channel, reply.outcome] += 1

    async def close(self) -> None:
        """Nothing is pending."""
