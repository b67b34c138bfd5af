"""The real time."""

import time
from datetime import date, datetime, timedelta, timezone

_CHINA = timezone(timedelta(hours=8))


class SystemClock:
    """The clock of this machine."""

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time()

    def today(self) -> date:
        """The day it is in China, where the content holds."""
        return datetime.fromtimestamp(self.now(), _CHINA).date()
