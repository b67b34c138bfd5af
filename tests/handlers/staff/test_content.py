from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from handlers.staff.content import Told, register_content

Client = TestClient[web.Request, web.Application]
LIVE = Told("live", "0123456789ab", 2, "已上线")


@dataclass
class FakeOffice:
    """Remembers what was asked of it."""

    done: list[tuple[object, ...]] = field(default_factory=list)

    async def reload(self, who: str, accept: str | None) -> Told:
        self.done.append(("reload", who, accept))
        return LIVE

    async def rollback(self, who: str, number: int) -> Told:
        self.done.append(("rollback", who, number))
        return LIVE

    async def turn(self, who: str, off: str | None) -> Told:
        self.done.append(("turn", who, off))
        return LIVE

    async def versions(self) -> Told:
        return Told("versions", "0123456789ab", 2, "#2")

    def flips(self) -> Told:
        return Told("flips", "0123456789ab", 2, "回答对比")


@pytest.fixture
def office() -> FakeOffice:
    return FakeOffice()


@pytest.fixture
async def client(office: FakeOffice) -> AsyncIterator[Client]:
    app = web.Application()
    register_content(app, office)
    async with TestClient(TestServer(app)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("path", "given", "done"),
    [
        ("reload", None, ("reload", "staff", None)),
        ("reload", {}, ("reload", "staff", None)),
        ("reload", {"accept": "0123456789ab"}, ("reload", "staff", "0123456789ab")),
        ("rollback", {"number": 12}, ("rollback", "staff", 12)),
        ("off", {"reason": " 费用有误 "}, ("turn", "staff", "费用有误")),
        ("on", None, ("turn", "staff", None)),
    ],
)
async def test_what_is_asked_is_done_and_how_it_ended_is_told(
    client: Client, office: FakeOffice, path: str, given: object, done: tuple[object, ...]
) -> None:
    async with client.post(f"/staff/{path}", json=given) as answer:
        assert answer.status == 200
        assert await answer.json() == {
            "status": "live",
            "version": "0123456789ab",
            "number": 2,
            "text": "已上线",
        }
    assert office.done == [done]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("rollback", b""),
        ("rollback", b'{"number": "12"}'),
        ("rollback", b'{"number": true}'),
        ("rollback", b"["),
        ("rollback", b"[" * 9000),
        ("off", b"{}"),
        ("off", b'{"reason": " "}'),
        ("off", b"\xff"),
    ],
)
async def test_what_cannot_be_done_is_said_and_not_done(
    client: Client, office: FakeOffice, path: str, body: bytes
) -> None:
    async with client.post(f"/staff/{path}", data=body) as answer:
        assert answer.status == 400
        assert "请写" in (await answer.json())["error"]
    assert office.done == []


@pytest.mark.parametrize(("path", "text"), [("versions", "#2"), ("flips", "回答对比")])
async def test_what_there_is_can_be_looked_at(client: Client, path: str, text: str) -> None:
    async with client.get(f"/staff/{path}") as answer:
        assert (await answer.json())["text"] == text


async def test_looking_changes_nothing(client: Client, office: FakeOffice) -> None:
    for path in ("reload", "rollback", "off", "on"):
        async with client.get(f"/staff/{path}") as answer:
            assert answer.status == 405
    assert office.done == []
