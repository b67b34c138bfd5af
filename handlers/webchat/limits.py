"""How many questions a session and an address may ask in a minute: token buckets."""

import math
from collections import OrderedDict

from faq.ports import Clock

_MINUTE = 60.0


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
        self._sessions = _Buckets(session_per_minute, kept)
        self._addresses = _Buckets(address_per_minute, kept)

    def wait(self, session: str, address: str) -> int:
        """Seconds to wait; 0 means that the question may be asked, and has been counted."""
        now = self._clock.now()
        delay = max(self._sessions.delay(session, now), self._addresses.delay(address, now))
        if delay > 0:
            return math.ceil(delay)
        self._sessions.take(session, now)
        self._addresses.take(address, now)
        return 0


class _Buckets:
    """One bucket a key, refilled evenly; the longest unused is forgotten beyond ``kept``.

    A bucket unused for a minute is full again, so forgetting it loses nothing.
    """

    def __init__(self, per_minute: int, kept: int) -> None:
        self._size = per_minute
        self._kept = kept
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def delay(self, key: str, now: float) -> float:
        """Seconds until the bucket of ``key`` holds a token."""
        if not self._size:
            return 0.0
        missing = 1.0 - self._level(key, now)
        # a rounding error of the refill must not cost a visitor another second
        return missing * _MINUTE / self._size if missing > 1e-6 else 0.0

    def take(self, key: str, now: float) -> None:
        """Take a token out of the bucket of ``key``."""
        if not self._size:
            return
        self._levels[key] = (max(0.0, self._level(key, now) - 1.0), now)
        self._levels.move_to_end(key)
        if len(self._levels) > self._kept:
            self._levels.popitem(last=False)

    def _level(self, key: str, now: float) -> float:
        level, then = self._levels.get(key, (float(self._size), now))
        elapsed = max(0.0, now - then)  # a clock set back must not empty a bucket
        return min(float(self._size), level + elapsed * self._size / _MINUTE)
