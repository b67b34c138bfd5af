"""What the parts of a running program share."""

from dataclasses import dataclass

from bot.background import Background
from bot.config import Config
from bot.health import Health
from bot.metrics import Metrics
from faq.ports import Clock


@dataclass(frozen=True, slots=True)
class Parts:
    """The settings, the time, and where work, checks and figures are registered."""

    config: Config
    clock: Clock
    background: Background
    health: Health
    metrics: Metrics
