"""How many questions a chat may ask in a minute."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable

from handlers.buckets import Buckets

_MOST = 10_000


class QuestionLimit:
    """Counts the questions of each chat."""

    def __init__(self, per_minute: int = 0, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._buckets = Buckets(per_minute, _MOST)
        self._told: OrderedDict[int, None] = OrderedDict()

    def wait(self, chat_id: int) -> int:
        """Seconds to wait; 0 means that the question may be asked, and has been counted."""
        now = self._now()
        delay = self._buckets.delay(str(chat_id), now)
        if delay > 0:
            return math.ceil(delay)
        self._buckets.take(str(chat_id), now)
        self._told.pop(chat_id, None)
        return 0

    def is_first_time(self, chat_id: int) -> bool:
        """Whether the chat was not told yet, since its last question, that it asks too much."""
        is_first = chat_id not in self._told
        self._told[chat_id] = None
        if len(self._told) > _MOST:
            self._told.popitem(last=False)
        return is_first
