"""What went on its way to Telegram, message by message, so that after a crash none is sent again
and again.

A message of an update has the same name however often the update is delivered.
"""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Final, Protocol

SETTLED: Final = 9  # tries of a message that arrived, waits in the outbox, or is refused for good


class Sends(Protocol):
    """How often each message was tried without word of what became of it; survives kill -9."""

    def tries(self, name: str) -> int:
        """How often the message may have arrived; ``SETTLED`` if there is nothing left to do."""
        ...

    def note(self, name: str, tries: int) -> None:
        """Note how often the message may have arrived by now; at once, so it never waits."""
        ...

    def forget(self, group: str) -> None:
        """Forget the messages whose names begin with ``group`` and a slash: all is done."""
        ...


class NoSends:
    """Notes nothing: each message is tried for the first time."""

    def tries(self, name: str) -> int:  # noqa: ARG002 - the port's signature
        """Never tried."""
        return 0

    def note(self, name: str, tries: int) -> None:
        """Pass over it."""

    def forget(self, group: str) -> None:
        """Pass over it."""


class Round:
    """The handling of one update: its letters are named in the order they are sent."""

    def __init__(self, update: int) -> None:
        self.group = str(update)
        self._letters = 0

    def name(self) -> str:
        """The name of the next letter."""
        self._letters += 1
        return f"{self.group}/{self._letters}"


ROUND: ContextVar[Round | None] = ContextVar("round", default=None)
# Called by whatever writes a request, right before its first byte leaves.
IS_LEAVING: ContextVar[Callable[[], None] | None] = ContextVar("is_leaving", default=None)
