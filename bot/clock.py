"""The real time."""

import time
from datetime import date, datetime, timedelta, timezone

_CHINA = timezone(timedelta(hours=8))


def day(moment: float) -> date:
    """The day that a moment, in seconds since 1970, has in China, where the content holds."""
    return datetime.fromtimestamp(moment, _CHINA).date()


class SystemClock:
    """The clock of this machine."""

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time()

    def today(self) -> date:
        """The day it is in China."""
        return day(self.now())
