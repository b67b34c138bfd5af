"""The library's bot at Telegram or at another Bot API server."""

import logging
from typing import Final
from urllib.parse import urlsplit

import telegram
from telegram.error import NetworkError

from bot.telegram_request import AiohttpRequest, Failed

RawUpdate = dict[str, object]
OFFICIAL: Final = "https://api.telegram.org"
_LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})


class TelegramBot(telegram.Bot):
    """The library's bot, which also opens when the Bot API is down and hands out raw updates."""

    __slots__ = ("_pool",)

    # At DEBUG the library logs the token, at CRITICAL whole updates; this logger has no handler
    # and no parent, so nothing it is told is written anywhere.
    _LOGGER = logging.Logger("telegram.Bot", level=logging.CRITICAL + 1)

    def __init__(self, token: str, api_root: str, pool: AiohttpRequest) -> None:
        super().__init__(
            token,
            base_url=f"{api_root}/bot",
            base_file_url=f"{api_root}/file/bot",
            request=pool,
            get_updates_request=pool,
        )
        self._pool = pool

    async def initialize(self) -> None:
        """Open the connections; unlike the parent's, it asks Telegram nothing and cannot fail."""
        await self._pool.initialize()

    async def shutdown(self) -> None:
        """Close the connections."""
        await self._pool.shutdown()

    async def deliver(self, message: dict[str, object]) -> None:
        """Send a message.

        The library's ``send_message`` takes most of its time to read the receipt.
        """
        await self._post("sendMessage", message)

    async def raw_updates(
        self, *, offset: int | None, wait: int, kinds: tuple[str, ...]
    ) -> list[RawUpdate]:
        """Get the updates from ``offset`` on, unparsed but each with a number.

        The library's ``get_updates`` loses the whole batch over one update it cannot read.
        """
        asked = {"offset": offset, "timeout": wait, "allowed_updates": kinds}
        read_timeout = self._pool.read_timeout + wait
        batch = await self._post("getUpdates", asked, read_timeout=read_timeout)
        if not isinstance(batch, list) or not all(map(_is_numbered, batch)):
            raise NetworkError("the Bot API sent something other than updates")
        return batch


def open_bot(
    token: str, api_root: str | None = None, failed: Failed = lambda _: None
) -> TelegramBot:
    """A bot for ``token`` at Telegram or at another Bot API server; ``initialize`` opens it."""
    root = (api_root or OFFICIAL).rstrip("/")
    use_proxy = urlsplit(root).hostname not in _LOOPBACK
    return TelegramBot(token, root, AiohttpRequest(use_proxy=use_proxy, failed=failed))


def _is_numbered(raw: object) -> bool:
    return isinstance(raw, dict) and type(raw.get("update_id")) is int
