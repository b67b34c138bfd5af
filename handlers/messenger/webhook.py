"""Updates that Telegram posts to us, handled inside the request: 200 means answered."""

import asyncio
import hmac
import json
import logging
from http import HTTPStatus

import telegram
from aiohttp import web
from telegram.error import TelegramError

from handlers.messenger import updates
from handlers.messenger.register import KINDS, Messenger

PATH = "/telegram/webhook"
MAX_BODY = 1024 * 1024
_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a name
_BODY_SECONDS = 10
_ALARM_AFTER = 10

_log = logging.getLogger(__name__)


def register_webhook(app: web.Application, messenger: Messenger, secrets: tuple[str, ...]) -> None:
    """Serve Telegram's requests at ``PATH``; any of the secrets lets them in, none lets no one."""
    app.router.add_post(PATH, _Webhook(messenger, secrets).receive)


async def set_webhook(bot: telegram.Bot, url: str, secret: str) -> None:
    """Have Telegram post to ``url``, and make sure that it will; what waits is kept."""
    await bot.set_webhook(
        url, secret_token=secret, allowed_updates=KINDS, drop_pending_updates=False
    )
    if (await bot.get_webhook_info()).url != url:
        raise TelegramError("Telegram did not take over the address of the webhook")


class _Webhook:
    """The one endpoint; it counts refusals in a row, the sign of a secret that is out of step."""

    def __init__(self, messenger: Messenger, secrets: tuple[str, ...]) -> None:
        self._messenger = messenger
        self._secrets = tuple(secret.encode() for secret in secrets if secret)
        self._refused = self._unreadable = 0

    async def receive(self, request: web.Request) -> web.Response:
        """Answer one update: 401 without the secret, 413 if too long, 400 if it is none.

        An update that cannot be read gets 200: refused, it would come again for a day and hold up
        its chat.
        """
        if not self._is_telegram(request):
            return web.Response(status=HTTPStatus.UNAUTHORIZED)
        body = await _body(request)
        value = _json(body)
        update = updates.read(value, self._messenger.bot)
        if update is None:
            is_update = isinstance(value, dict) and type(value.get("update_id")) is int
            self._note_unreadable()
            return web.Response(status=HTTPStatus.OK if is_update else HTTPStatus.BAD_REQUEST)
        await self._messenger.handle(update)
        return web.Response()

    def _note_unreadable(self) -> None:
        """Say so at the first, the tenth, the hundredth …: the log is no place for a flood."""
        self._unreadable += 1
        if str(self._unreadable).strip("0") == "1":
            _log.warning("passed over %d requests that cannot be read", self._unreadable)

    def _is_telegram(self, request: web.Request) -> bool:
        sent = request.headers.get(_SECRET_HEADER, "").encode(errors="surrogateescape")
        matches = [hmac.compare_digest(sent, secret) for secret in self._secrets]
        self._refused = 0 if any(matches) else self._refused + 1
        if self._refused == _ALARM_AFTER:
            _log.error(
                "%d requests in a row without the webhook's secret: was it changed here only?",
                self._refused,
            )
        return any(matches)


async def _body(request: web.Request) -> bytes:
    """The whole body, read no further than the limit and no longer than a sender needs."""
    body = bytearray()
    try:
        async with asyncio.timeout(_BODY_SECONDS):
            async for chunk in request.content.iter_any():
                body += chunk
                if len(body) > MAX_BODY:
                    raise web.HTTPRequestEntityTooLarge(MAX_BODY, len(body))
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
    except web.RequestPayloadError:
        raise web.HTTPBadRequest from None
    return bytes(body)


def _json(body: bytes) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None
