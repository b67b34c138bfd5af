from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.health import Health, add_health

Client = TestClient[web.Request, web.Application]


@dataclass
class Trouble:
    """What is wrong, if anything."""

    wrong: str | None = None

    def __call__(self) -> str | None:
        return self.wrong


@pytest.fixture
def trouble() -> Trouble:
    return Trouble()


@pytest.fixture
async def client(trouble: Trouble) -> AsyncIterator[Client]:
    app = web.Application()
    health = Health()
    health.add("storage", trouble)
    health.add("telegram", lambda: None)
    add_health(app, health)
    async with TestClient(TestServer(app)) as opened:
        yield opened


async def asked(client: Client, path: str) -> tuple[int, object]:
    async with client.get(path) as answer:
        return answer.status, await answer.json()


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
async def test_all_is_well(client: Client, path: str) -> None:
    assert await asked(client, path) == (200, {"status": "ok"})


async def test_trouble_is_said_and_the_process_still_answers(
    client: Client, trouble: Trouble
) -> None:
    trouble.wrong = "disk full"
    assert await asked(client, "/readyz") == (503, {"status": "not ready: storage"})
    assert await asked(client, "/healthz") == (200, {"status": "ok"})


async def test_trouble_that_is_over_is_forgotten(client: Client, trouble: Trouble) -> None:
    trouble.wrong = "disk full"
    await asked(client, "/readyz")
    trouble.wrong = None
    assert await asked(client, "/readyz") == (200, {"status": "ok"})
