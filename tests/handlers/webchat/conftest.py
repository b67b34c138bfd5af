"""A web chat on a loopback port, with everything around it fake."""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from handlers.webchat.limits import Limits
from handlers.webchat.routes import register
from tests.handlers.webchat.fakes import FakeAssistant, FakeClock

Client = TestClient[web.Request, web.Application]
Serve = Callable[[web.Application], Awaitable[Client]]


@pytest.fixture
def assistant() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
async def serve() -> AsyncIterator[Serve]:
    clients: list[Client] = []

    async def start(app: web.Application) -> Client:
        client = TestClient(TestServer(app), auto_decompress=False)
        await client.start_server()
        clients.append(client)
        return client

    yield start
    for client in clients:
        await client.close()


@pytest.fixture
async def client(assistant: FakeAssistant, clock: FakeClock, serve: Serve) -> Client:
    app = web.Application()
    register(app, assistant, Limits(clock, session_per_minute=0, address_per_minute=0))
    return await serve(app)
