"""When a message may be sent: in all, to a chat, to a group; no chat makes another wait."""

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass

from handlers.messenger.letters import Letter

_MOST = 10_000


@dataclass(frozen=True, slots=True)
class SendLimits:
    """How many messages may be sent; 0 is no limit. Telegram publishes about these."""

    per_second: int = 30
    chat_per_second: int = 1
    group_per_minute: int = 20


class Turns:
    """Gives each message its moment.

    An urgent one need not wait for our limits, though it counts; no one goes before the moment
    that Telegram named for its chat.
    """

    def __init__(self, limits: SendLimits, now: Callable[[], float] = time.monotonic) -> None:
        self._limits = limits
        self._now = now
        self._all = _Window(limits.per_second, 1.0)
        self._chats: OrderedDict[int, _Window] = OrderedDict()
        self._held: OrderedDict[int, float] = OrderedDict()

    def delay(self, letter: Letter) -> float:
        """Seconds until a message may be sent; 0 if it may be now."""
        now = self._now()
        return max(0.0, self._moment(letter, now) - now)

    def take(self, letter: Letter) -> float:
        """Take the next turn; the seconds until it comes."""
        now = self._now()
        moment = max(now, self._moment(letter, now))
        self._all.add(moment)
        chat = letter.place.chat_id
        window = self._chats.setdefault(chat, self._window(chat))
        self._chats.move_to_end(chat)
        window.add(moment)
        if len(self._chats) > _MOST:
            self._chats.popitem(last=False)
        return moment - now

    def hold(self, chat_id: int, seconds: float) -> None:
        """Send nothing to the chat for so long: Telegram says so."""
        self._held[chat_id] = self._now() + seconds
        self._held.move_to_end(chat_id)
        if len(self._held) > _MOST:
            self._held.popitem(last=False)

    def _moment(self, letter: Letter, now: float) -> float:
        chat = letter.place.chat_id
        held = self._held.get(chat, now)
        if held <= now:
            self._held.pop(chat, None)
        if letter.is_urgent:
            return held
        window = self._chats.get(chat)
        return max(held, self._all.free(), window.free() if window else now)

    def _window(self, chat: int) -> "_Window":
        if chat < 0:  # a group
            return _Window(self._limits.group_per_minute, 60.0)
        return _Window(self._limits.chat_per_second, 1.0)


class _Window:
    """At most ``most`` moments in any ``seconds``."""

    def __init__(self, most: int, seconds: float) -> None:
        self._moments: deque[float] = deque(maxlen=most)
        self._most = most
        self._seconds = seconds

    def add(self, moment: float) -> None:
        self._moments.append(moment)

    def free(self) -> float:
        """The first moment at which one more fits."""
        if not self._most or len(self._moments) < self._most:
            return float("-inf")
        return self._moments[0] + self._seconds
