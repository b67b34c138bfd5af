"""The language of the page: as chosen, else as the browser prefers, else Chinese."""

from aiohttp import web

from faq.model import Language


def page_language(request: web.Request) -> Language:
    """Chinese or English, for every fixed text in the response."""
    chosen = request.query.get("lang")
    if chosen in ("zh", "en"):
        return Language(chosen)
    return preferred(request.headers.get("Accept-Language", ""))


def preferred(accepted: str) -> Language:
    """The page language that an Accept-Language header ranks higher; Chinese on a tie.

    Japanese, Korean and Russian are answered in English; other languages speak for neither.
    """
    best = {"zh": 0.0, "en": 0.0}
    for part in accepted.split(","):
        tag, _, parameters = part.strip().partition(";")
        primary = tag.strip().lower().partition("-")[0]
        text = "zh" if primary == "*" else _text(primary)
        if text:
            best[text] = max(best[text], _quality(parameters))
    return Language.EN if best["en"] > best["zh"] else Language.ZH


def shown(language: Language) -> Language:
    """The language that a reply is written in: the question's, or English in its stead."""
    return Language.EN if language.text == "en" else language


def _text(primary: str) -> str | None:
    try:
        return Language(primary).text
    except ValueError:
        return None


def _quality(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip().lower() != "q":
        return 1.0
    try:
        return min(1.0, max(0.0, float(value)))
    except ValueError:
        return 0.0
