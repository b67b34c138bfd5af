"""Health: what is checked, and what everybody may know of it over HTTP."""

from collections.abc import Callable

from aiohttp import web

Check = Callable[[], str | None]


class Health:
    """Named checks, each of which says what is wrong, or None."""

    def __init__(self) -> None:
        self._checks: dict[str, Check] = {}

    def add(self, name: str, check: Check) -> None:
        """Ask ``check`` from now on."""
        self._checks[name] = check

    def checks(self) -> dict[str, str | None]:
        """What each check says now."""
        return {name: check() for name, check in self._checks.items()}

    @property
    def troubled(self) -> tuple[str, ...]:
        """The names of the checks that fail."""
        return tuple(name for name, wrong in self.checks().items() if wrong)


def add_health(app: web.Application, health: Health) -> None:
    """Serve /healthz (the process answers) and /readyz (503 with the names of what is wrong; the
    details are for staff).
    """

    async def healthz(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def readyz(_: web.Request) -> web.Response:
        troubled = health.troubled
        said = f"not ready: {', '.join(troubled)}" if troubled else "ok"
        return web.json_response({"status": said}, status=503 if troubled else 200)

    app.router.add_get("/healthz", healthz)
    app.router.add_get("/readyz", readyz)
