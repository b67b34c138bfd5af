"""One turn of a visitor: the limits, the core, and a polite reply if either says no; an emergency
card all the same.
"""

import logging
import secrets
from dataclasses import dataclass, replace
from traceback import extract_tb

from aiohttp import web

from faq.alarm import card_alone
from faq.model import Block, BlockKind, Language, Outcome, Question, Reply
from handlers.tracing import REQUEST
from handlers.webchat.language import page_language
from handlers.webchat.peer import peer
from handlers.webchat.site import SITE

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Turn:
    """What a visitor sent: typed text, or the code of a pressed choice."""

    text: str
    is_choice: bool = False
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The reply to a turn, and the seconds to wait before the next if it came too soon."""

    reply: Reply
    wait: int = 0

    @property
    def status(self) -> int:
        """The HTTP status that says so."""
        return 429 if self.wait else 200

    @property
    def headers(self) -> dict[str, str]:
        """The HTTP headers that say so."""
        return {"Retry-After": str(self.wait)} if self.wait else {}


async def answer(request: web.Request, session: str, turn: Turn) -> Answer:
    """The core's reply to ``turn``; too many turns and a fault in the core are replies too."""
    REQUEST.set(secrets.token_hex(4))
    site = request.app[SITE]
    question = Question(_storable(turn.text), "web", f"web:{session}", _hint(request, turn))
    wait = site.limits.wait(session, peer(request, site.proxies).address)
    if wait:
        card = None if turn.is_choice else card_alone(question)
        return Answer(card) if card else Answer(notice(request, "limited", seconds=wait), wait)
    try:
        if turn.is_choice:
            return Answer(await site.assistant.choose(question))
        return Answer(await site.assistant.ask(question))
    except Exception as error:  # noqa: BLE001 - the boundary: a visitor never sees a bare fault
        apology = notice(request, "failed", reference=_report(error))
        card = None if turn.is_choice else card_alone(question)
        return Answer(_after(card, apology) if card else apology)


def is_cleared(turn: Turn, reply: Reply) -> bool:
    """Whether what was kept of the chat has just been deleted."""
    return turn.is_choice and turn.text == "forget" and reply.outcome is not Outcome.FAILED


def notice(request: web.Request, phrase: str, **values: object) -> Reply:
    """A fixed text as a reply, in the language of the page."""
    assistant = request.app[SITE].assistant
    language = page_language(request)
    lead = Block(BlockKind.LEAD, assistant.phrase(phrase, language, **values))
    return Reply(Outcome.FAILED, (lead,), language, version=assistant.version)


def _after(card: Reply, apology: Reply) -> Reply:
    return replace(apology, blocks=(*card.blocks, *apology.blocks), alert=card.alert)


def _hint(request: web.Request, turn: Turn) -> Language | None:
    """The language said; the page's where the text cannot tell; else the core finds it out."""
    if turn.language or (not turn.is_choice and any(map(str.isalpha, turn.text))):
        return turn.language
    return page_language(request)


def _storable(text: str) -> str:
    """The text without halves of surrogate pairs, which no storage and no network can take."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _report(error: Exception) -> str:
    """Log the kind and place of a fault, never its message, which may quote the question."""
    reference = REQUEST.get()
    places = extract_tb(error.__traceback__)
    place = f"{places[-1].filename}:{places[-1].lineno}" if places else "unknown"
    _log.error("web chat: %s at %s, reference %s", type(error).__name__, place, reference)
    return reference
