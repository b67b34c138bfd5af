from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from handlers.staff.routes import Insight, staff_application

Client = TestClient[web.Request, web.Application]
TOKEN = "canary-token-0123456789"
ADMIN = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def checks() -> dict[str, str | None]:
    return {"storage": None, "telegram": None}


@pytest.fixture
async def client(checks: dict[str, str | None]) -> AsyncIterator[Client]:
    insight = Insight(
        checks=lambda: checks,
        about=lambda: {"content": "v1"},
        metrics=lambda: (b"figures", "text/plain; version=0.0.4; charset=utf-8"),
    )
    async with TestClient(TestServer(staff_application(TOKEN, insight))) as opened:
        yield opened


@pytest.mark.parametrize(
    "header",
    [None, "", "Bearer", "Bearer ", "Bearer canary", f"Basic {TOKEN}", TOKEN, f"Bearer {TOKEN}x",
     "Bearer \xff\xfe", f"Bearer x{TOKEN}"],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/metrics", "/healthz", "/anything"])
async def test_without_the_token_nobody_comes_in(
    client: Client, path: str, header: str | None
) -> None:
    headers = {} if header is None else {"Authorization": header}
    async with client.get(path, headers=headers) as answer:
        assert answer.status == 401
        assert "canary" not in await answer.text()


async def test_the_token_in_the_address_does_not_help(client: Client) -> None:
    async with client.get("/metrics", params={"token": TOKEN}) as answer:
        assert answer.status == 401


@pytest.mark.parametrize("scheme", ["Bearer", "bearer"])
async def test_staff_see_the_figures(client: Client, scheme: str) -> None:
    async with client.get("/metrics", headers={"Authorization": f"{scheme} {TOKEN}"}) as answer:
        assert (answer.status, await answer.read()) == (200, b"figures")
        assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"


async def test_staff_see_that_all_is_well(client: Client) -> None:
    async with client.get("/healthz", headers=ADMIN) as answer:
        assert (answer.status, await answer.json()) == (
            200,
            {"status": "ok", "checks": {"storage": "ok", "telegram": "ok"}, "content": "v1"},
        )


async def test_staff_see_what_is_wrong(client: Client, checks: dict[str, str | None]) -> None:
    checks["storage"] = "disk full"
    async with client.get("/healthz", headers=ADMIN) as answer:
        found = await answer.json()
    assert (answer.status, found["status"]) == (503, "wrong")
    assert found["checks"] == {"storage": "disk full", "telegram": "ok"}
