"""What an operator decides, as frozen values."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from faq.catalogue import PACKAGED
from handlers.messenger.turns import SendLimits


class ConfigError(Exception):
    """A configuration that cannot be used; the text says which key and what to do."""


@dataclass(frozen=True, slots=True)
class Secret:
    """A value that never shows itself in logs, errors or ``repr``."""

    value: str = field(repr=False)

    def __repr__(self) -> str:
        return "Secret(***)"

    __str__ = __repr__


@dataclass(frozen=True, slots=True)
class Telegram:
    """How to reach Telegram; with a webhook address updates are received, else polled."""

    token: Secret
    api_root: str | None = None
    webhook_url: str | None = None
    webhook_secrets: tuple[Secret, ...] = ()
    limits: SendLimits = field(default_factory=SendLimits)
    questions_per_minute: int = 20


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that an operator decides."""

    content: Path = PACKAGED
    database: str = "sqlite:///var/jingwu.db"
    host: str = "127.0.0.1"
    port: int = 8080
    telegram: Telegram | None = None
    questions_per_minute: int = 20
    questions_per_minute_address: int = 60
    trusted_proxies: tuple[str, ...] = ()
    staff_port: int = 8081
    admin_token: Secret | None = None
    admin_ids: frozenset[int] = frozenset()
    staff_chat: int | None = None
    reload_watch: Literal["apply", "check", "off"] = "off"
    journal_text: Literal["masked", "none"] = "masked"
    log_level: str = "INFO"
