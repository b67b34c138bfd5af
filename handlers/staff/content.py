"""The content over HTTP, for staff: reload, go back, turn off and on, see what changed."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from functools import partial
from typing import Protocol

from aiohttp import web

_WHO = "staff"
_MAX_BODY = 16 * 1024
_dumps = partial(json.dumps, ensure_ascii=False)
_Handler = Callable[[web.Request], Awaitable[web.Response]]


@dataclass(frozen=True, slots=True)
class Told:
    """How an act ended: its kind, the version that is live afterwards, and all of it in words."""

    status: str
    version: str | None
    number: int | None
    text: str


class Office(Protocol):
    """What staff may do to the content."""

    async def reload(self, who: str, accept: str | None) -> Told:
        """Bring the content of the folder live, if it is sound."""
        ...

    async def rollback(self, who: str, number: int) -> Told:
        """Bring a version back that was live before."""
        ...

    async def turn(self, who: str, off: str | None) -> Told:
        """Turn answering off for a reason, or on."""
        ...

    async def versions(self) -> Told:
        """The versions that can be brought back."""
        ...

    def flips(self) -> Told:
        """Which answers changed when content last went live."""
        ...


def register_content(app: web.Application, office: Office) -> None:
    """Serve the content's addresses; whoever gets here has shown the token."""

    async def reload(request: web.Request) -> web.Response:
        accept = (await _asked(request)).get("accept")
        return _json(await office.reload(_WHO, accept if isinstance(accept, str) else None))

    async def rollback(request: web.Request) -> web.Response:
        number = (await _asked(request)).get("number")
        if type(number) is not int:
            return _bad('请写版本号 / give a number: {"number": 12}')
        return _json(await office.rollback(_WHO, number))

    async def off(request: web.Request) -> web.Response:
        reason = (await _asked(request)).get("reason")
        if not isinstance(reason, str) or not reason.strip():
            return _bad('请写原因 / give a reason: {"reason": "费用有误"}')
        return _json(await office.turn(_WHO, reason.strip()))

    async def on(_: web.Request) -> web.Response:
        return _json(await office.turn(_WHO, None))

    async def versions(_: web.Request) -> web.Response:
        return _json(await office.versions())

    async def flips(_: web.Request) -> web.Response:
        return _json(office.flips())

    for path, act in {"reload": reload, "rollback": rollback, "off": off, "on": on}.items():
        app.router.add_post(f"/staff/{path}", act)
    app.router.add_get("/staff/versions", versions)
    app.router.add_get("/staff/flips", flips)


async def _asked(request: web.Request) -> dict[str, object]:
    """The request's JSON object; empty if it has none."""
    try:
        asked = json.loads((await request.content.read(_MAX_BODY)) or b"{}")
    except (ValueError, RecursionError):
        return {}
    return asked if isinstance(asked, dict) else {}


def _json(told: Told) -> web.Response:
    return web.json_response(asdict(told), dumps=_dumps)


def _bad(message: str) -> web.Response:
    return web.json_response({"error": message}, status=400, dumps=_dumps)
