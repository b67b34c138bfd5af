"""A talk on the web page, through its interface."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.clock import SystemClock
from bot.storage.batched import NoJournal
from bot.storage.engine import Storage
from bot.storage.memory import open_memory
from faq.assistant import Assistant, Knowledge
from handlers.webchat.limits import Limits
from handlers.webchat.routes import register
from tests.talks.talk import Heard, Turn, code_of


class WebTalk:
    """One visitor; a restart puts another program in the place of the first."""

    def __init__(self, knowledge: Knowledge, language: str) -> None:
        self._knowledge = knowledge
        self._language = language
        self._storage: Storage = open_memory(SystemClock())
        self._session: str | None = None
        self._choices: dict[str, str] = {}
        self._first: dict[str, str] = {}

    async def act(self, turn: Turn) -> Heard:
        """Do what the turn says."""
        if turn.act == "restart":
            return Heard(())
        reply = await self._post({"session": self._session, **self._body(turn)})
        self._session = reply["session"]
        self._choices = {one["label"]: one["choice"] for one in reply["choices"]}
        self._first = self._first or self._choices
        return Heard(tuple(map(_text, reply["blocks"])), tuple(self._choices))

    def _body(self, turn: Turn) -> dict[str, str]:
        if turn.act == "say":
            return {"text": turn.value}
        code = turn.value
        if turn.act != "code":
            offered = self._first if turn.act == "press_first" else self._choices
            code = code_of(turn.value, offered.items())
        return {"choice": code, "language": self._language}

    async def _post(self, body: dict[str, Any]) -> dict[str, Any]:
        async with _served(self._knowledge, self._storage) as client:
            answered = await client.post("/api/chat", json=body)
            reply: dict[str, Any] = await answered.json()
            return reply


@asynccontextmanager
async def _served(
    knowledge: Knowledge, storage: Storage
) -> AsyncIterator[TestClient[web.Request, web.Application]]:
    """A program of its own for every turn, as if it had been restarted in between."""
    assistant = Assistant(knowledge, storage.sessions, NoJournal(), new_id=lambda: "turn")
    app = web.Application()
    register(app, assistant, Limits(SystemClock(), session_per_minute=0, address_per_minute=0))
    async with TestClient(TestServer(app)) as client:
        yield client


def _text(block: dict[str, Any]) -> str:
    lines = [block["text"], *(f"• {item}" for item in block["items"])]
    return "\n".join([*filter(None, lines), *(f"🔗 {link['title']}" for link in block["links"])])
