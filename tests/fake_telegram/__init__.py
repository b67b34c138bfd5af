"""A stand-in for the Telegram Bot API on loopback."""

from tests.fake_telegram.faults import Fault, Faults
from tests.fake_telegram.server import FakeTelegram
from tests.fake_telegram.store import Sent

__all__ = ["FakeTelegram", "Fault", "Faults", "Sent"]
