import asyncio
import re

import pytest
from aiohttp import web

from handlers.webchat import assets
from handlers.webchat.limits import Limits
from handlers.webchat.routes import register
from tests.handlers.webchat.conftest import Client, Serve
from tests.handlers.webchat.fakes import FakeAssistant, FakeClock, phrases


@pytest.fixture
async def limited(assistant: FakeAssistant, clock: FakeClock, serve: Serve) -> Client:
    """A web chat that takes one question a minute of a session and two of an address."""
    app = web.Application()
    limits = Limits(clock, session_per_minute=1, address_per_minute=2)
    register(app, assistant, limits, ["127.0.0.1"])
    return await serve(app)


PATHS = [
    ("GET", "/", 200),
    ("GET", "/about", 200),
    ("GET", "/static/chat.css", 200),
    ("GET", "/static/other.css", 404),
    ("GET", "/nowhere", 404),
    ("GET", "/about//", 404),
    ("GET", "/about/", 404),
    ("PUT", "/", 405),
    ("POST", "/", 415),
    ("POST", "/api/chat", 415),
]


@pytest.mark.parametrize(("method", "path", "status"), PATHS)
async def test_every_response_carries_the_safety_headers(
    client: Client, method: str, path: str, status: int
) -> None:
    response = await client.request(method, path)
    assert response.status == status
    assert response.headers["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "aiohttp" not in response.headers["Server"]


@pytest.mark.parametrize("path", ["/", "/about", "/nowhere"])
async def test_pages_are_not_kept_by_caches(client: Client, path: str) -> None:
    assert (await client.get(path)).headers["Cache-Control"] == "no-store"


async def test_the_pages_files_are_kept_for_ever_under_their_digest(client: Client) -> None:
    html = await (await client.get("/")).text()
    addresses = re.findall(r'"(/static/[^"]+)"', html)
    assert len(addresses) == 4
    for address in addresses:
        response = await client.get(address)
        assert response.status == 200
        assert "immutable" in response.headers["Cache-Control"]


async def test_a_file_under_another_digest_is_asked_for_anew(client: Client) -> None:
    response = await client.get("/static/chat.js?v=old")
    assert (response.status, response.headers["Cache-Control"]) == (200, "no-cache")


@pytest.mark.parametrize(
    "name", ["..%2froutes.py", "%2e%2e/routes.py", "chat.html", "chat.js/", "CHAT.JS", "%00"]
)
async def test_no_other_file_is_served(client: Client, name: str) -> None:
    assert (await client.get(f"/static/{name}")).status == 404


@pytest.mark.parametrize("name", ["chat.js", "leave.js"])
def test_a_script_never_writes_markup(name: str) -> None:
    script = assets.load()[name].content.decode()
    for forbidden in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert forbidden not in script


async def test_too_many_questions_are_refused_in_the_same_shape(limited: Client) -> None:
    first = await limited.post("/api/chat", json={"text": "一"})
    given = await first.json()
    second = await limited.post("/api/chat", json={"text": "二", "session": given["session"]})
    refused = await second.json()
    assert (second.status, second.headers["Retry-After"]) == (429, "60")
    assert list(refused) == list(given)
    assert refused["text"] == phrases("zh")["limited"].format(seconds=60)


async def test_a_refused_question_does_not_reach_the_core(
    limited: Client, assistant: FakeAssistant
) -> None:
    for _ in range(5):
        await limited.post("/api/chat", json={"text": "一", "session": "A" * 24})
    assert len(assistant.asked) == 1


async def test_a_cry_for_help_gets_its_card_all_the_same(limited: Client) -> None:
    body = {"text": "有人拿刀追我", "session": "A" * 24}
    await limited.post("/api/chat", json=body)
    response = await limited.post("/api/chat", json=body)
    answer = await response.json()
    assert (response.status, "Retry-After" in response.headers) == (200, False)
    assert (answer["outcome"], [block["kind"] for block in answer["blocks"]]) == (
        "emergency",
        ["card"],
    )


async def test_a_choice_beyond_the_limit_gets_no_card(limited: Client) -> None:
    for _ in range(2):
        response = await limited.post(
            "/api/chat", json={"choice": "有人拿刀追我", "session": "A" * 24}
        )
    assert response.status == 429


async def test_after_the_wait_a_question_is_answered(limited: Client, clock: FakeClock) -> None:
    body = {"text": "一", "session": "A" * 24}
    await limited.post("/api/chat", json=body)
    clock.time += 60
    assert (await limited.post("/api/chat", json=body)).status == 200


async def test_an_address_is_limited_over_all_its_sessions(limited: Client) -> None:
    statuses = [(await limited.post("/api/chat", json={"text": "一"})).status for _ in range(3)]
    assert statuses == [200, 200, 429]


async def test_behind_a_proxy_each_sender_has_a_limit_of_its_own(limited: Client) -> None:
    statuses = []
    for sender in ("192.0.2.1", "192.0.2.1", "192.0.2.1", "192.0.2.2"):
        headers = {"X-Forwarded-For": sender}
        response = await limited.post("/api/chat", json={"text": "一"}, headers=headers)
        statuses.append(response.status)
    assert statuses == [200, 200, 429, 200]


async def test_a_proxy_with_tls_makes_the_cookie_secure(limited: Client) -> None:
    headers = {"X-Forwarded-Proto": "https"}
    response = await limited.post("/", data={"text": "一"}, headers=headers)
    assert response.cookies["jingwu_session"]["secure"] is True


async def test_the_page_says_the_same_and_keeps_the_question_typed(limited: Client) -> None:
    await limited.post("/", data={"text": "一"})
    response = await limited.post("/", data={"text": "办护照<多少钱"})
    html = await response.text()
    assert (response.status, response.headers["Retry-After"]) == (429, "60")
    assert phrases("zh")["limited"].format(seconds=60) in html
    assert ">办护照&lt;多少钱</textarea>" in html


async def test_requests_that_are_no_questions_are_not_counted(limited: Client) -> None:
    for _ in range(10):
        await limited.post("/api/chat", json={"text": 1, "session": "A" * 24})
    response = await limited.post("/api/chat", json={"text": "一", "session": "A" * 24})
    assert response.status == 200


async def test_questions_at_the_same_time_are_kept_apart(
    client: Client, assistant: FakeAssistant
) -> None:
    asked = [client.post("/api/chat", json={"text": f"问{n}"}) for n in range(50)]
    answers = [await response.json() for response in await asyncio.gather(*asked)]
    assert len({answer["session"] for answer in answers}) == 50
    assert len({question.chat for question in assistant.asked}) == 50
