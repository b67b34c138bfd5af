"""python-telegram-bot's requests over one aiohttp session.

The bot token is part of every address, so no address ever reaches an exception or a log.
"""

import json
from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
from typing import Final

import aiohttp
from aiohttp.abc import AbstractStreamWriter
from telegram.error import NetworkError, RetryAfter, TimedOut
from telegram.request import BaseRequest, RequestData

from handlers.messenger.courier import quietly
from handlers.messenger.sends import IS_LEAVING

_CONNECT, _READ, _WRITE = 10.0, 10.0, 10.0
_MAX_WAIT = 24 * 3600
_KINDS: Final = {401: "token", 403: "blocked", 404: "token", 409: "conflict", 429: "flood"}
Failed = Callable[[str], None]


class AiohttpRequest(BaseRequest):
    """Carries the library's requests over one shared session; faults come out as its errors.

    A ``NetworkError`` that is no ``TimedOut`` was not carried out, as far as can be told;
    after a ``TimedOut`` it is not known. ``failed`` is told of every failure, in one word.
    """

    __slots__ = ("_failed", "_session", "_use_proxy")

    def __init__(self, *, use_proxy: bool = True, failed: Failed = lambda _: None) -> None:
        self._failed = failed
        self._session: aiohttp.ClientSession | None = None
        self._use_proxy = use_proxy

    @property
    def read_timeout(self) -> float:
        """Seconds an answer may take."""
        return _READ

    async def initialize(self) -> None:
        """Open the session; a second call changes nothing."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                headers={"User-Agent": self.USER_AGENT},
                trust_env=self._use_proxy,
                cookie_jar=aiohttp.DummyCookieJar(),  # Telegram sets none
            )

    async def shutdown(self) -> None:
        """Close the session."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, object]:
        """The answer as Telegram's JSON object; the library's own version logs what it is not."""
        answer = _json_object(payload)
        if "result" not in answer:
            raise TimedOut("the Bot API sent something other than its JSON")
        return answer

    async def do_request(  # noqa: PLR0913, PLR0917 - the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Send one request; the status and the body of the answer."""
        connect = _seconds(connect_timeout, _CONNECT)
        read = _seconds(read_timeout, _READ)
        waits = _seconds(pool_timeout, _CONNECT), _seconds(write_timeout, _WRITE)
        limits = aiohttp.ClientTimeout(
            total=connect + sum(waits) + read, sock_connect=connect, sock_read=read
        )
        try:
            status, body = await self._exchange(method, url, request_data, limits)
        except NetworkError as trouble:
            self._failed("timeout" if isinstance(trouble, TimedOut) else "network")
            raise
        if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
            return status, body
        self._failed(_KINDS.get(status, "server" if status >= 500 else "refused"))
        error = _json_object(body)
        if status == HTTPStatus.GATEWAY_TIMEOUT:
            raise TimedOut("the gateway of the Bot API did not wait for the answer")
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            with quietly():
                raise RetryAfter(timedelta(seconds=_retry_after(error)))
        return status, _error_body(status, error)

    async def _exchange(
        self, method: str, url: str, data: RequestData | None, limits: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise NetworkError("the connection to the Bot API is not open")
        has_begun = False
        try:
            async with self._session.request(
                method, url, data=_body(data), timeout=limits, allow_redirects=False
            ) as answer:
                has_begun = True
                return answer.status, await answer.read()
        except TimeoutError as error:
            trouble = _timed_out(error)
        except (aiohttp.ClientError, OSError, ValueError) as error:
            trouble = _broken_off(error) if has_begun else _network_error(error)
        # Raised out here so that aiohttp's error, which may know the address, is not its context.
        raise trouble


def _body(data: RequestData | None) -> aiohttp.Payload | aiohttp.FormData | None:
    if data is None:
        return None
    if not data.contains_files:
        # Not its ``json_payload``, in which what is nested is JSON within JSON.
        return _Leaving(json.dumps(data.parameters).encode(), content_type="application/json")
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form


class _Leaving(aiohttp.BytesPayload):
    """A body that says so right before it is written, and with it the headers."""

    async def write_with_length(
        self, writer: AbstractStreamWriter, content_length: int | None
    ) -> None:
        is_leaving = IS_LEAVING.get()
        if is_leaving:
            is_leaving()
        await super().write_with_length(writer, content_length)


def _seconds(asked: object, default: float) -> float:
    # None means "for ever" to the library; here every wait ends.
    return float(asked) if isinstance(asked, int | float) else default


def _timed_out(error: TimeoutError) -> NetworkError:
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return NetworkError("the Bot API cannot be reached: connecting took too long")
    return TimedOut("the Bot API did not answer in time")


def _network_error(error: Exception) -> NetworkError:
    if isinstance(error, aiohttp.ClientProxyConnectionError | aiohttp.ClientHttpProxyError):
        return NetworkError("the proxy on the way to the Bot API does not work")
    if isinstance(error, aiohttp.ClientConnectorError):
        why = error.os_error.strerror or type(error.os_error).__name__
        return NetworkError(f"the Bot API at {error.host}:{error.port} cannot be reached: {why}")
    if isinstance(error, aiohttp.InvalidURL):
        return NetworkError("the address of the Bot API is not valid")
    if isinstance(error, OSError):
        # What a system answers for a request that no program read.
        return NetworkError("the connection to the Bot API was reset")
    return _broken_off(error)


def _broken_off(error: Exception) -> TimedOut:
    return TimedOut(f"the connection broke before the answer came ({type(error).__name__})")


def _json_object(body: bytes) -> dict[str, object]:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _parameters(error: dict[str, object]) -> dict[str, object]:
    parameters = error.get("parameters")
    return parameters if isinstance(parameters, dict) else {}


def _retry_after(error: dict[str, object]) -> int:
    asked = _parameters(error).get("retry_after")
    return min(max(1, asked), _MAX_WAIT) if isinstance(asked, int) else 1


def _error_body(status: int, error: dict[str, object]) -> bytes:
    # Telegram's own error, checked; instead of a proxy's page, which may repeat the address.
    described = error.get("description")
    said = described if isinstance(described, str) else f"the Bot API answered {status}"
    kept: dict[str, object] = {"ok": False, "result": None, "description": said}
    moved_to = _parameters(error).get("migrate_to_chat_id")
    if isinstance(moved_to, int):
        kept["parameters"] = {"migrate_to_chat_id": moved_to}
    return json.dumps(kept).encode()
