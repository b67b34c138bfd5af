"""The pages: the chat, with and without JavaScript, and what it is about."""

from urllib.parse import parse_qsl

from aiohttp import web

from faq.deep_links import code_of
from faq.model import Language
from handlers.webchat import render, session
from handlers.webchat.body import read
from handlers.webchat.chat import Answer, Turn, answer, is_cleared, notice
from handlers.webchat.drawing import draw
from handlers.webchat.language import page_language
from handlers.webchat.peer import peer
from handlers.webchat.rejection import Rejected
from handlers.webchat.security import check_origin
from handlers.webchat.site import SITE

_FORM = "application/x-www-form-urlencoded"
_FIELDS = 20


async def chat(request: web.Request) -> web.Response:
    """The empty chat, or with the answer that a link asks for: ``/?e=id_card_lost-fee``."""
    linked = request.query.get("e")
    if linked is None:
        return _page(request, "chat.html", question="", card=None, draft="", session="")
    turn = Turn(code_of(f"e_{linked}"), is_choice=True)
    return await _answered(request, turn)


async def about(request: web.Request) -> web.Response:
    """What this is, what it is not, and which content answers."""
    assistant, language = request.app[SITE].assistant, page_language(request)
    texts = (assistant.phrase(name, language) for name in ("privacy_kept", "privacy_not_kept"))
    return _page(
        request, "about.html", version=assistant.version, lists=map(render.with_items, texts)
    )


async def post(request: web.Request) -> web.Response:
    """The chat with the question that a form posted, and its answer."""
    try:
        check_origin(request, may_be_null=True)
        turn = _parse(await read(request, _FORM))
    except Rejected as rejected:
        reply = notice(request, rejected.phrase)
        return _chat(request, Turn(""), Answer(reply), rejected.status)
    return await _answered(request, turn)


async def _answered(request: web.Request, turn: Turn) -> web.Response:
    """The chat with the answer to a turn, and the visitor's session kept."""
    visitor = session.from_cookie(request)
    answered = await answer(request, visitor, turn)
    response = _chat(request, turn, answered, answered.status, visitor)
    is_secure = peer(request, request.app[SITE].proxies).is_secure
    if is_cleared(turn, answered.reply):
        session.drop(response)
    else:
        session.keep(response, visitor, is_secure=is_secure)
    return response


def _parse(body: bytes) -> Turn:
    """A pressed choice, else a pressed example, else what was typed."""
    try:
        pairs = parse_qsl(body.decode(errors="replace"), True, max_num_fields=_FIELDS)
    except ValueError:
        raise Rejected(400, "web_text_or_choice") from None
    form = dict(pairs)
    if "choice" in form:
        return Turn(form["choice"], is_choice=True, language=_language(form.get("language")))
    text = form.get("example", form.get("text"))
    if text is None:
        raise Rejected(400, "web_text_or_choice")
    return Turn(text)


def _language(name: str | None) -> Language | None:
    """The language of the answer whose choice was pressed; a changed form field says nothing."""
    return Language(name) if name in {language.value for language in Language} else None


def _chat(
    request: web.Request, turn: Turn, answered: Answer, status: int, visitor: str = ""
) -> web.Response:
    typed = "" if turn.is_choice else turn.text.strip()
    response = _page(
        request,
        "chat.html",
        question=typed,
        card=render.card(answered.reply),
        draft=typed if answered.wait else "",
        session=visitor,
    )
    response.set_status(status)
    response.headers.update(answered.headers)
    return response


def _page(request: web.Request, template: str, **values: object) -> web.Response:
    site = request.app[SITE]
    draws = draw(site.templates, site.assets, site.assistant.phrase, page_language(request))
    return web.Response(text=draws(template, **values), content_type="text/html")
