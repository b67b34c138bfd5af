"""Sessions: a random id that ties a visitor's turns together; nothing else is kept."""

import re
import secrets

from aiohttp import web

COOKIE = "jingwu_session"
_OURS = re.compile(r"[A-Za-z0-9_-]{24}")


def ours_or_new(session: str | None) -> str:
    """The session if it looks like one of ours, else a new one."""
    if session is not None and _OURS.fullmatch(session):
        return session
    return secrets.token_urlsafe(18)


def from_cookie(request: web.Request) -> str:
    """The page visitor's session, or a new one."""
    return ours_or_new(request.cookies.get(COOKIE))


def drop(response: web.Response) -> None:
    """Have the browser forget its session; the next question starts another."""
    response.del_cookie(COOKIE)


def keep(response: web.Response, session: str, *, is_secure: bool) -> None:
    """Give the browser its session until it closes, out of reach of scripts and other sites."""
    response.set_cookie(COOKIE, session, httponly=True, samesite="Strict", secure=is_secure)
