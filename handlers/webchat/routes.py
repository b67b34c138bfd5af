"""The web chat's addresses."""

from collections.abc import Iterable

from aiohttp import web

from handlers.webchat import api, assets, page, security
from handlers.webchat.assistant import Assistant
from handlers.webchat.limits import Limits
from handlers.webchat.peer import trusted
from handlers.webchat.site import SITE, Site, templates

_FOR_EVER = "public, max-age=31536000, immutable"


def register(
    app: web.Application, assistant: Assistant, limits: Limits, proxies: Iterable[str] = ()
) -> None:
    """Serve the chat from ``app``; ``proxies`` are the addresses that may name the sender."""
    app[SITE] = Site(assistant, limits, trusted(proxies), templates(), assets.load())
    app.on_response_prepare.append(security.add_headers)
    app.router.add_get("/", page.chat)
    app.router.add_post("/", page.post)
    app.router.add_get("/about", page.about)
    app.router.add_get("/static/{name}", _static)
    app.router.add_post("/api/chat", api.chat)


async def _static(request: web.Request) -> web.Response:
    """One of the page's own files; kept for ever under the address that carries its digest."""
    asset = request.app[SITE].assets.get(request.match_info["name"])
    if asset is None:
        raise web.HTTPNotFound
    is_current = request.query.get("v") == asset.digest
    headers = {"Cache-Control": _FOR_EVER if is_current else "no-cache"}
    return web.Response(
        body=asset.content, content_type=asset.content_type, charset="utf-8", headers=headers
    )
