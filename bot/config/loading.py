"""Configuration: environment over file over default."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal, cast

from bot.config.file import read
from bot.config.model import Config
from bot.config.staff import admin_ids, admin_token, staff_chat
from bot.config.telegram import telegram
from bot.config.values import Values, integer, level, networks, one_of
from faq.catalogue import PACKAGED

_KEYS: Final = {
    "TELEGRAM_BOT_TOKEN": "telegram.token",
    "TELEGRAM_API_ROOT": "telegram.api_root",
    "TELEGRAM_WEBHOOK_URL": "telegram.webhook_url",
    "TELEGRAM_WEBHOOK_SECRET": "telegram.webhook_secret",
    "TELEGRAM_WEBHOOK_SECRET_PREVIOUS": "telegram.webhook_secret_previous",
    "DATABASE_URL": "database",
    "JINGWU_HOST": "web.host",
    "JINGWU_PORT": "web.port",
    "JINGWU_TRUSTED_PROXIES": "web.trusted_proxies",
    "JINGWU_STAFF_PORT": "staff.port",
    "JINGWU_ADMIN_TOKEN": "staff.admin_token",
    "JINGWU_ADMIN_IDS": "staff.admin_ids",
    "JINGWU_STAFF_CHAT": "staff.chat",
    "JINGWU_CONTENT": "content.path",
    "JINGWU_RELOAD_WATCH": "content.watch",
    "JINGWU_LOG_LEVEL": "log.level",
}
_OTHERS: Final = (
    "web.questions_per_minute",
    "web.questions_per_minute_address",
    "journal.text",
    "telegram.questions_per_minute",
    "telegram.sends_per_second",
    "telegram.sends_per_second_chat",
    "telegram.sends_per_minute_group",
)


def load(path: Path | None, environ: Mapping[str, str]) -> Config:
    """The configuration from a file (optional) and the environment; raises ConfigError."""
    values = read(path, {*_KEYS.values(), *_OTHERS}) if path else {}
    for name, key in _KEYS.items():
        if environ.get(name):
            values[key] = environ[name]
    default = Config()
    return Config(
        content=Path(values.get("content.path", str(PACKAGED))),
        database=values.get("database", default.database),
        host=values.get("web.host", default.host),
        port=integer(values, "web.port", default.port, 65535),
        telegram=telegram(values),
        questions_per_minute=integer(values, _OTHERS[0], default.questions_per_minute),
        questions_per_minute_address=integer(
            values, _OTHERS[1], default.questions_per_minute_address
        ),
        trusted_proxies=networks(values.get("web.trusted_proxies", "")),
        staff_port=integer(values, "staff.port", default.staff_port, 65535),
        admin_token=admin_token(values),
        admin_ids=admin_ids(values),
        staff_chat=staff_chat(values),
        reload_watch=_watch(values, default),
        journal_text=_journal_text(values, default),
        log_level=level(values.get("log.level", default.log_level)),
    )


def _watch(values: Values, default: Config) -> Literal["apply", "check", "off"]:
    known = ("apply", "check", "off")
    return cast(
        Literal["apply", "check", "off"],
        one_of(values, "content.watch", known, default.reload_watch),
    )


def _journal_text(values: Values, default: Config) -> Literal["masked", "none"]:
    known = ("masked", "none")
    return cast(
        Literal["masked", "none"], one_of(values, "journal.text", known, default.journal_text)
    )
