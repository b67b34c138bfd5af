"""What is set about staff: who may administer, and with which token."""

import re

from bot.config.model import ConfigError, Secret
from bot.config.strength import is_weak
from bot.config.values import Values

# Telegram's own accounts stand in for whoever writes anonymously: each of them is many people.
_NOBODY = {
    1087968824: "匿名群管理员的公用账号 / the shared account of anonymous admins",
    777000: "Telegram 的系统账号 / Telegram's service account",
}
_LARGEST = 2**52
_TOKEN = re.compile(r"[!-~]{16,256}")


def admin_ids(values: Values) -> frozenset[int]:
    """The Telegram user ids of administrators; names are refused, they change hands."""
    parts = values.get("staff.admin_ids", "").split(",")
    return frozenset(_admin(part.strip()) for part in parts if part.strip())


def _admin(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,16}", text) or not 0 < int(text) < _LARGEST:
        raise ConfigError(
            f"JINGWU_ADMIN_IDS: “{text[:20]}”不是用户编号;只能填个人的数字编号,"
            "不能填用户名或群编号 / must be the number of a person, no @name and no group"
        )
    if int(text) in _NOBODY:
        raise ConfigError(f"JINGWU_ADMIN_IDS: {text} 是{_NOBODY[int(text)]}")
    return int(text)


def admin_token(values: Values) -> Secret | None:
    """The token of the staff listener; without one it stays closed."""
    token = values.get("staff.admin_token")
    if not token:
        return None
    if not _TOKEN.fullmatch(token) or is_weak(token):
        raise ConfigError(
            "JINGWU_ADMIN_TOKEN: 太弱,要 16-256 个随机的可见字符,例如 openssl rand -hex 24 / "
            "too weak: 16-256 random printable characters"
        )
    return Secret(token)


def staff_chat(values: Values) -> int | None:
    """The Telegram chat that staff notices go to."""
    text = values.get("staff.chat")
    if not text:
        return None
    if not re.fullmatch(r"-?[0-9]{1,16}", text) or int(text) == 0:
        raise ConfigError(
            f"JINGWU_STAFF_CHAT: “{text[:20]}”应是聊天的数字编号 / must be a chat's number"
        )
    return int(text)
