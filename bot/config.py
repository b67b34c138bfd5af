"""Configuration: environment over file over default; every mistake names its key and what to do."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit

from faq import yamltree
from faq.catalogue import PACKAGED
from faq.yamltree import Refused, Value

WEBHOOK_PATH = "/telegram/webhook"
_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


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
    log_level: str = "INFO"


_KEYS = {
    "TELEGRAM_BOT_TOKEN": "telegram.token",
    "TELEGRAM_API_ROOT": "telegram.api_root",
    "TELEGRAM_WEBHOOK_URL": "telegram.webhook_url",
    "TELEGRAM_WEBHOOK_SECRET": "telegram.webhook_secret",
    "TELEGRAM_WEBHOOK_SECRET_PREVIOUS": "telegram.webhook_secret_previous",
    "DATABASE_URL": "database",
    "JINGWU_HOST": "web.host",
    "JINGWU_PORT": "web.port",
    "JINGWU_TRUSTED_PROXIES": "web.trusted_proxies",
    "JINGWU_CONTENT": "content.path",
    "JINGWU_LOG_LEVEL": "log.level",
}
_OTHERS = ("web.questions_per_minute", "web.questions_per_minute_address")


def load(path: Path | None, environ: Mapping[str, str]) -> Config:
    """The configuration from a file (optional) and the environment; raises ConfigError."""
    values = _file(path) if path else {}
    for name, key in _KEYS.items():
        if environ.get(name):
            values[key] = environ[name]
    default = Config()
    return Config(
        content=Path(values.get("content.path", str(PACKAGED))),
        database=values.get("database", default.database),
        host=values.get("web.host", default.host),
        port=_integer(values, "web.port", default.port, 65535),
        telegram=_telegram(values),
        questions_per_minute=_integer(values, _OTHERS[0], default.questions_per_minute),
        questions_per_minute_address=_integer(
            values, _OTHERS[1], default.questions_per_minute_address
        ),
        trusted_proxies=_networks(values.get("web.trusted_proxies", "")),
        log_level=_level(values.get("log.level", default.log_level)),
    )


def _file(path: Path) -> dict[str, str]:
    try:
        tree = yamltree.read(path, str(path))
    except Refused as refused:
        raise ConfigError(str(refused.problem)) from None
    known = {*_KEYS.values(), *_OTHERS}
    values: dict[str, str] = {}
    for key, value in _flat(tree.value, path).items():
        if key not in known:
            line = tree.problem(tuple(key.split(".")), "config", "").line
            raise ConfigError(
                f"{path}:{line}: 不认识的配置项 {key} / unknown key; "
                f"可用的有 / known are {', '.join(sorted(known))}"
            )
        if value is not None:
            values[key] = value
    return values


def _flat(value: Value, path: Path) -> dict[str, str | None]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise ConfigError(f"{path}: 配置文件应当是“键: 值”的形式 / must be a mapping")
    flat: dict[str, str | None] = {}
    for key, part in value.items():
        if isinstance(part, dict):
            flat |= {f"{key}.{inner}": text for inner, text in _flat(part, path).items()}
        elif isinstance(part, list):
            raise ConfigError(f"{path}: {key} 不能是列表 / must not be a list")
        else:
            flat[key] = part
    return flat


def _integer(values: Mapping[str, str], key: str, default: int, most: int = 1_000_000) -> int:
    text = values.get(key)
    if text is None:
        return default
    if not re.fullmatch(r"[0-9]{1,9}", text) or int(text) > most:
        raise ConfigError(f"{key}: “{text[:20]}”应当是 0 到 {most} 的整数 / must be a whole number")
    return int(text)


def _networks(text: str) -> tuple[str, ...]:
    found = tuple(part.strip() for part in text.split(",") if part.strip())
    for part in found:
        try:
            ip_network(part, strict=False)
        except ValueError:
            raise ConfigError(
                f"JINGWU_TRUSTED_PROXIES: “{part}”不是 IP 地址或网段 / not an address or a network"
            ) from None
    return found


def _level(text: str) -> str:
    if text.upper() not in ("DEBUG", "INFO", "WARNING", "ERROR"):
        raise ConfigError(f"log.level: “{text}”应为 DEBUG、INFO、WARNING 或 ERROR / unknown level")
    return text.upper()


def _telegram(values: Mapping[str, str]) -> Telegram | None:
    token = values.get("telegram.token")
    if not token:
        if values.get("telegram.webhook_url"):
            raise ConfigError(
                "TELEGRAM_BOT_TOKEN: 设了 TELEGRAM_WEBHOOK_URL,还要设令牌 / a webhook needs a token"
            )
        return None
    if not re.fullmatch(r"\d+:[A-Za-z0-9_-]{20,}", token):
        raise ConfigError(
            "TELEGRAM_BOT_TOKEN: 格式不对,应是 BotFather 给的“数字:字母”一串 / "
            "does not look like a token from BotFather"
        )
    url = values.get("telegram.webhook_url")
    return Telegram(
        token=Secret(token),
        api_root=values.get("telegram.api_root"),
        webhook_url=_webhook(url) if url else None,
        webhook_secrets=_secrets(values, token) if url else (),
    )


def _webhook(url: str) -> str:
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        host = None
    if not host:
        raise ConfigError(f"TELEGRAM_WEBHOOK_URL: “{url}”不是网址 / not an address")
    if parts.path != WEBHOOK_PATH:
        raise ConfigError(f"TELEGRAM_WEBHOOK_URL: 地址要以 {WEBHOOK_PATH} 结尾 / must end in it")
    if parts.scheme != "https" and not (parts.scheme == "http" and host in _LOOPBACK):
        raise ConfigError("TELEGRAM_WEBHOOK_URL: 要用 https,只有本机可以用 http / must be https")
    return url


def _secrets(values: Mapping[str, str], token: str) -> tuple[Secret, ...]:
    current = values.get("telegram.webhook_secret")
    if not current:
        raise ConfigError(
            "TELEGRAM_WEBHOOK_SECRET: 用 webhook 必须设一个密钥(16-256 个字母、数字、_、-) / "
            "a webhook needs a secret"
        )
    secrets = [current, *filter(None, [values.get("telegram.webhook_secret_previous")])]
    for secret in secrets:
        if not _SECRET.fullmatch(secret) or secret in token or len(set(secret)) < 6:
            raise ConfigError(
                "TELEGRAM_WEBHOOK_SECRET: 密钥太弱,要 16-256 个随机的字母、数字、_、- / too weak"
            )
    return tuple(Secret(secret) for secret in secrets)
