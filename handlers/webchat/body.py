"""The body of a request: small, in time, and of the type asked for."""

import asyncio

from aiohttp import web

from handlers.webchat.rejection import Rejected

MAX_BYTES = 64 * 1024
_SECONDS = 10.0  # then aiohttp lingers a while for the rest


async def read(request: web.Request, content_type: str, *, seconds: float = _SECONDS) -> bytes:
    """The whole body; refused if packed or of another type, over 64 KiB, or too slow."""
    if request.content_type != content_type:
        raise Rejected(415, "web_content_type")
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise Rejected(415, "web_content_type")
    if (request.content_length or 0) > MAX_BYTES:
        raise Rejected(413, "web_too_large")
    try:
        async with asyncio.timeout(seconds):
            return await _read(request)
    except TimeoutError:
        raise Rejected(408, "web_too_slow") from None


async def _read(request: web.Request) -> bytes:
    # not request.read(): its bound is the whole server's, and the webhook's is larger
    body = bytearray()
    async for chunk in request.content.iter_any():
        body += chunk
        if len(body) > MAX_BYTES:
            raise Rejected(413, "web_too_large")
    return bytes(body)
