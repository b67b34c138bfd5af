"""How many questions a session and an address may ask in a minute: token buckets."""

import math

from faq.ports import Clock
from handlers.buckets import Buckets


class Limits:
    """Counts questions by session and by address; a limit of 0 is off."""

    def __init__(
        self,
        clock: Clock,
        *,
        session_per_minute: int = 20,
        address_per_minute: int = 60,
        kept: int = 10_000,
    ) -> None:
        self._clock = clock
        self._sessions = Buckets(session_per_minute, kept)
        self._addresses = Buckets(address_per_minute, kept)

    def wait(self, session: str, address: str) -> int:
        """Seconds to wait; 0 means that the question may be asked, and has been counted."""
        now = self._clock.now()
        delay = max(self._sessions.delay(session, now), self._addresses.delay(address, now))
        if delay > 0:
            return math.ceil(delay)
        self._sessions.take(session, now)
        self._addresses.take(address, now)
        return 0
