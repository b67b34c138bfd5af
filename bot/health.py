"""Health over HTTP: whether the process answers, and whether everything it needs does."""

from collections.abc import Callable

from aiohttp import web

Health = Callable[[], str | None]


def add_health(app: web.Application, trouble: Health) -> None:
    """Serve /healthz (the process answers) and /readyz (503 with what is wrong)."""

    async def healthz(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def readyz(_: web.Request) -> web.Response:
        wrong = trouble()
        return web.json_response({"status": wrong or "ok"}, status=503 if wrong else 200)

    app.router.add_get("/healthz", healthz)
    app.router.add_get("/readyz", readyz)
