"""What is measured of the channel."""

from typing import Protocol


class Meter(Protocol):
    """Takes measurements; the program's metrics do."""

    def handled(self, seconds: float) -> None:
        """An update was handled, which took so long."""
        ...

    def sent(self, seconds: float) -> None:
        """A message was sent, which took so long."""
        ...

    def unclear(self) -> None:
        """A message was given up, of which nobody knows whether it arrived."""
        ...


class NoMeter:
    """Measures nothing."""

    def handled(self, seconds: float) -> None:
        """Pass over it."""

    def sent(self, seconds: float) -> None:
        """Pass over it."""

    def unclear(self) -> None:
        """Pass over it."""
