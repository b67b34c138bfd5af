"""What is set about Telegram; what would let strangers in is refused."""

import re
from urllib.parse import urlsplit

from bot.config.model import ConfigError, Secret, Telegram
from bot.config.strength import is_placeholder, is_weak
from bot.config.values import Values, integer
from handlers.messenger.turns import SendLimits

WEBHOOK_PATH = "/telegram/webhook"
_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def telegram(values: Values) -> Telegram | None:
    """How to reach Telegram; None without a token."""
    token = values.get("telegram.token")
    if not token:
        if values.get("telegram.webhook_url"):
            raise ConfigError(
                "TELEGRAM_BOT_TOKEN: 设了 TELEGRAM_WEBHOOK_URL,还要设令牌 / a webhook needs a token"
            )
        return None
    if not re.fullmatch(r"\d+:[A-Za-z0-9_-]{20,}", token) or is_placeholder(token):
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
        limits=_limits(values),
        questions_per_minute=integer(values, "telegram.questions_per_minute", 20),
    )


def _limits(values: Values) -> SendLimits:
    default = SendLimits()
    return SendLimits(
        integer(values, "telegram.sends_per_second", default.per_second),
        integer(values, "telegram.sends_per_second_chat", default.chat_per_second),
        integer(values, "telegram.sends_per_minute_group", default.group_per_minute),
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


def _secrets(values: Values, token: str) -> tuple[Secret, ...]:
    current = values.get("telegram.webhook_secret")
    if not current:
        raise ConfigError(
            "TELEGRAM_WEBHOOK_SECRET: 用 webhook 必须设一个密钥(16-256 个字母、数字、_、-) / "
            "a webhook needs a secret"
        )
    secrets = [current, *filter(None, [values.get("telegram.webhook_secret_previous")])]
    for secret in secrets:
        if not _SECRET.fullmatch(secret) or secret in token or is_weak(secret):
            raise ConfigError(
                "TELEGRAM_WEBHOOK_SECRET: 密钥太弱,要 16-256 个随机的字母、数字、_、- / too weak"
            )
    return tuple(Secret(secret) for secret in secrets)
