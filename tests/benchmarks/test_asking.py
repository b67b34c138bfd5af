import asyncio

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from benchmarks.asking import Tally, ask_on


def test_two_texts_of_one_version_are_a_mixed_answer() -> None:
    tally = Tally()
    for version, text in (("a", "40元"), ("b", "60元"), ("a", "40元")):
        tally.texts["费用", version].add(text)
    assert tally.mixed == []
    tally.texts["费用", "a"].add("60元")
    assert tally.mixed == [("费用", "a")]
    assert tally.versions == {"a", "b"}


def test_a_percentile_is_in_milliseconds() -> None:
    assert Tally([0.1, 0.2, 0.3]).milliseconds(50) == pytest.approx(200)


async def test_questions_are_asked_in_turn_until_the_end_and_failures_counted() -> None:
    end = asyncio.Event()

    async def chat(request: web.Request) -> web.Response:
        text = (await request.json())["text"]
        if text == "last":
            end.set()
        outcome = "failed" if text == "bad" else "answered"
        return web.json_response({"outcome": outcome, "version": "v", "text": text})

    app = web.Application()
    app.router.add_post("/api/chat", chat)
    async with (
        TestServer(app) as server,
        aiohttp.ClientSession(server.make_url("/")) as session,
    ):
        tally = await ask_on(session, ["good", "bad", "last"], 1000, end)
    assert tally.errors[0] == "200 bad"
    assert {asked for asked, _ in tally.texts} == {"good", "bad", "last"}
