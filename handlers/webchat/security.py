"""Headers that keep a browser safe, and the refusal of forms that another site sends."""

from urllib.parse import urlsplit

from aiohttp import web

from handlers.webchat.rejection import Rejected

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Server": "jingwu",  # aiohttp would name itself and Python with their versions
}


async def add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    """Add the headers to a response; what its handler said of caching stands."""
    response.headers.update(HEADERS)
    response.headers.setdefault("Cache-Control", "no-store")


def check_origin(request: web.Request, *, may_be_null: bool = False) -> None:
    """Refuse a POST that a page of another host sent.

    Under our own no-referrer policy a browser names the origin of a plain form ``null``; there
    (``may_be_null``) Sec-Fetch-Site tells, which browsers send wherever the page is by TLS or on
    this machine.
    """
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        raise Rejected(403, "web_other_origin")
    origin = request.headers.get("Origin")
    if origin is None or (origin == "null" and may_be_null):
        return
    if _host(origin) != request.host.lower():
        raise Rejected(403, "web_other_origin")


def _host(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc.lower() or None
    except ValueError:
        return None
