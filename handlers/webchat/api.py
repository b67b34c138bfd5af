"""POST /api/chat: a question or a choice in, the reply out, as JSON."""

import json
from functools import partial

from aiohttp import web

from faq.model import Language
from handlers.webchat import render
from handlers.webchat.body import read
from handlers.webchat.chat import Turn, answer
from handlers.webchat.language import shown
from handlers.webchat.rejection import Rejected
from handlers.webchat.security import check_origin
from handlers.webchat.session import ours_or_new
from handlers.webchat.site import SITE

_dumps = partial(json.dumps, ensure_ascii=False)


async def chat(request: web.Request) -> web.Response:
    """Answer one turn; a request that is none gets a sentence that says why."""
    try:
        check_origin(request)
        session, turn = _parse(await read(request, "application/json"))
    except Rejected as rejected:
        return _error(request, rejected)
    answered = await answer(request, session, turn)
    version = request.app[SITE].assistant.version
    return web.json_response(
        render.as_json(answered.reply, session, version),
        status=answered.status,
        headers=answered.headers | {"Content-Language": shown(answered.reply.language).value},
        dumps=_dumps,
    )


def _parse(body: bytes) -> tuple[str, Turn]:
    try:
        asked = json.loads(body)
    except (ValueError, RecursionError):
        raise Rejected(400, "web_not_json") from None
    if not isinstance(asked, dict):
        raise Rejected(400, "web_not_an_object")
    session, text, choice = (_string(asked, name) for name in ("session", "text", "choice"))
    language = _language(_string(asked, "language"))
    if text is not None and choice is None:
        return ours_or_new(session), Turn(text, language=language)
    if choice is not None and text is None:
        return ours_or_new(session), Turn(choice, is_choice=True, language=language)
    raise Rejected(400, "web_text_or_choice")


def _string(asked: dict[str, object], name: str) -> str | None:
    value = asked.get(name)
    if value is None or isinstance(value, str):
        return value
    raise Rejected(400, "web_not_a_string")


def _language(name: str | None) -> Language | None:
    try:
        return None if name is None else Language(name)
    except ValueError:
        raise Rejected(400, "web_unknown_language") from None


def _error(request: web.Request, rejected: Rejected) -> web.Response:
    assistant = request.app[SITE].assistant
    said = (assistant.phrase(rejected.phrase, language) for language in (Language.ZH, Language.EN))
    return web.json_response({"error": " / ".join(said)}, status=rejected.status, dumps=_dumps)
