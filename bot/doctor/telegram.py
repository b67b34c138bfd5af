"""Whether Telegram knows the token, sends to our address, and has the same time."""

import asyncio
from collections.abc import Awaitable, Callable
from email.utils import parsedate_to_datetime
from typing import Final, TypeVar

import aiohttp
import telegram
from telegram.error import InvalidToken, TelegramError

from bot.config import Telegram
from bot.doctor import Case, Finding
from bot.telegram_api import OFFICIAL, open_bot
from faq.ports import Clock

T = TypeVar("T")
_SECONDS: Final = 10.0
_MOST_SKEW: Final = 60.0
_NO_TOKEN: Final = "没有设令牌,只有网页 / no token: the web page only"  # noqa: S105 - a text


async def token(case: Case) -> Finding:
    """Whether Telegram takes the token."""
    name = "token 令牌"
    if case.config.telegram is None:
        return Finding(name, _NO_TOKEN)
    try:
        me = await _asked(case.config.telegram, lambda bot: bot.get_me())
    except InvalidToken:
        return Finding(
            name, "Telegram 不认这个令牌 / the token is refused",
            "在 @BotFather 里核对或换新,再设 TELEGRAM_BOT_TOKEN / ask @BotFather for it",
        )  # fmt: skip
    except (TelegramError, TimeoutError) as error:
        return _away(name, error)
    return Finding(name, f"@{me.username}")


async def webhook(case: Case) -> Finding:
    """Whether Telegram sends to the address that is configured, and is heard."""
    name = "webhook"
    settings = case.config.telegram
    if settings is None:
        return Finding(name, _NO_TOKEN)
    try:
        info = await _asked(settings, lambda bot: bot.get_webhook_info())
    except (TelegramError, TimeoutError) as error:
        return _away(name, error)
    return _judged(name, settings, info)


def _judged(name: str, settings: Telegram, info: telegram.WebhookInfo) -> Finding:
    waits = f"{info.pending_update_count} 条待收 / waiting"
    if (info.url or None) != settings.webhook_url:
        there, here = info.url or "polling", settings.webhook_url or "polling"
        return Finding(
            name, f"Telegram: {there}; {waits}",
            f"配置的是 {here};启动 jingwu run 会改过来,若已在运行,可能另有一个实例 / "
            "jingwu run sets it; if it runs already, another instance may use this token",
        )  # fmt: skip
    if info.last_error_message:
        return Finding(
            name, f"Telegram 送不到: {info.last_error_message}; {waits}",
            "看反向代理和证书是否把 /telegram/webhook 转到 JINGWU_PORT,两边密钥是否一致 / "
            "look at the proxy, its certificate, and that the secret is the same",
        )  # fmt: skip
    return Finding(name, f"{info.url or 'polling'}; {waits}")


async def clock(case: Case) -> Finding:
    """Whether this machine's time is Telegram's."""
    name = "clock 时钟"
    root = (case.config.telegram and case.config.telegram.api_root) or OFFICIAL
    try:
        async with (
            asyncio.timeout(_SECONDS),
            aiohttp.ClientSession(trust_env=True) as session,
            session.head(root, allow_redirects=False) as answer,
        ):
            said = answer.headers.get("Date", "")
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
        said = ""
    skew = _skew(said, case.clock)
    if skew is None:
        return Finding(name, "没有可比的时间 / nothing to compare with")
    if abs(skew) > _MOST_SKEW:
        return Finding(
            name, f"相差 {skew:.0f} 秒 / seconds off",
            "打开时间同步: timedatectl set-ntp true / switch time synchronisation on",
        )  # fmt: skip
    return Finding(name, f"相差 {skew:.0f} 秒 / seconds off")


def _skew(date: str, clock: Clock) -> float | None:
    try:
        return clock.now() - parsedate_to_datetime(date).timestamp()
    except ValueError:
        return None


async def _asked(settings: Telegram, ask: Callable[[telegram.Bot], Awaitable[T]]) -> T:
    bot = open_bot(settings.token.value, settings.api_root)
    async with asyncio.timeout(_SECONDS):
        await bot.initialize()
        try:
            return await ask(bot)
        finally:
            await bot.shutdown()


def _away(name: str, error: Exception) -> Finding:
    said = getattr(error, "message", "") or "没有及时回答 / no answer in time"
    return Finding(
        name, f"连不上 Telegram: {said}",
        "看网络和代理(HTTPS_PROXY),或用 TELEGRAM_API_ROOT 指向自建的 Bot API 服务器 / "
        "look at the network and the proxy, or run a Bot API server of your own",
    )  # fmt: skip
