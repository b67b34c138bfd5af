"""Token buckets: how often something may be done, refilled evenly."""

from collections import OrderedDict

_MINUTE = 60.0


class Buckets:
    """One bucket a key; the longest unused is forgotten beyond ``kept``.

    A bucket unused for a minute is full again, so forgetting it loses nothing. A size of 0 is no
    limit.
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
