"""A clock that tests set."""

from dataclasses import dataclass


@dataclass
class FakeClock:
    """Stands still until it is told to go on."""

    time: float = 1_700_000_000.0

    def now(self) -> float:
        """Seconds since 1970."""
        return self.time

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self.time += seconds
