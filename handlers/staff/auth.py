"""Who may come in: whoever sends the admin token."""

import hmac
from http import HTTPStatus

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

_SCHEME = "bearer"


def only_with(token: str) -> Middleware:
    """A middleware that answers 401 to every request without ``Authorization: Bearer TOKEN``,
    whatever it asks for, and compares in constant time.
    """
    wanted = token.encode()

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        scheme, _, sent = request.headers.get("Authorization", "").partition(" ")
        given = sent.strip().encode(errors="surrogateescape")
        if not hmac.compare_digest(given, wanted) or scheme.lower() != _SCHEME:
            return web.json_response(
                {"error": "需要管理令牌 / the admin token is needed: Authorization: Bearer …"},
                status=HTTPStatus.UNAUTHORIZED,
                headers={"WWW-Authenticate": "Bearer"},
            )
        return await handler(request)

    return check
