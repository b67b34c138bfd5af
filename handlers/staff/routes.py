"""The staff listener's addresses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from aiohttp import web

from handlers.staff.auth import only_with

MAX_BODY = 64 * 1024


@dataclass(frozen=True, slots=True)
class Insight:
    """What staff may look at: each check with what is wrong, None if nothing is; facts about what
    runs; and the metrics in Prometheus' form with their content type.
    """

    checks: Callable[[], Mapping[str, str | None]]
    about: Callable[[], Mapping[str, object]]
    metrics: Callable[[], tuple[bytes, str]]


_INSIGHT = web.AppKey("staff.insight", Insight)


def staff_application(token: str, insight: Insight) -> web.Application:
    """The staff listener; further addresses are added by whoever offers them."""
    app = web.Application(middlewares=[only_with(token)], client_max_size=MAX_BODY)
    app[_INSIGHT] = insight
    app.router.add_get("/metrics", _metrics)
    app.router.add_get("/healthz", _health)
    return app


async def _health(request: web.Request) -> web.Response:
    """Every check, and 503 if one fails."""
    insight = request.app[_INSIGHT]
    checks = insight.checks()
    is_well = not any(checks.values())
    shown = {
        "status": "ok" if is_well else "wrong",
        "checks": {name: wrong or "ok" for name, wrong in checks.items()},
        **insight.about(),
    }
    return web.json_response(shown, status=200 if is_well else 503)


async def _metrics(request: web.Request) -> web.Response:
    body, content_type = request.app[_INSIGHT].metrics()
    return web.Response(body=body, headers={"Content-Type": content_type})
