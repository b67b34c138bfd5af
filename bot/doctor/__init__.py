"""What may keep the program from working, each with what to do about it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from bot.clock import SystemClock
from bot.config import Config
from faq.ports import Clock


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found; ``todo`` is empty if all is well."""

    name: str
    said: str
    todo: str = ""

    @property
    def is_well(self) -> bool:
        """Whether there is nothing to do."""
        return not self.todo


@dataclass(frozen=True, slots=True)
class Case:
    """What is examined: the configuration, the file it came from, if any, and the time here."""

    config: Config
    file: Path | None = None
    clock: Clock = SystemClock()  # noqa: RUF009 - it has no state


Check = Callable[[Case], Awaitable[Finding]]
