"""Single values out of text; every mistake names its key and what to do."""

import re
from collections.abc import Mapping
from ipaddress import ip_network

from bot.config.model import ConfigError

Values = Mapping[str, str]


def integer(values: Values, key: str, default: int, most: int = 1_000_000) -> int:
    """A whole number from 0 to ``most``."""
    text = values.get(key)
    if text is None:
        return default
    if not re.fullmatch(r"[0-9]{1,9}", text) or int(text) > most:
        raise ConfigError(f"{key}: “{text[:20]}”应当是 0 到 {most} 的整数 / must be a whole number")
    return int(text)


def one_of(values: Values, key: str, known: tuple[str, ...], default: str) -> str:
    """One of a few words."""
    text = values.get(key, default)
    if text not in known:
        raise ConfigError(
            f"{key}: “{text[:20]}”应为 {'、'.join(known)} 之一 / must be one of these"
        )
    return text


def networks(text: str) -> tuple[str, ...]:
    """Addresses and networks, commas between them."""
    found = tuple(part.strip() for part in text.split(",") if part.strip())
    for part in found:
        try:
            ip_network(part, strict=False)
        except ValueError:
            raise ConfigError(
                f"JINGWU_TRUSTED_PROXIES: “{part}”不是 IP 地址或网段 / not an address or a network"
            ) from None
    return found


def level(text: str) -> str:
    """A level of the log, in capitals."""
    if text.upper() not in ("DEBUG", "INFO", "WARNING", "ERROR"):
        raise ConfigError(f"log.level: “{text}”应为 DEBUG、INFO、WARNING 或 ERROR / unknown level")
    return text.upper()
