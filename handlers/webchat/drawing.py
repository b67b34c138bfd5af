"""A page as HTML, from its template and the fixed texts; knows no request."""

from collections.abc import Mapping
from functools import partial
from typing import Protocol

from jinja2 import Environment

from faq.model import Language
from handlers.webchat import render
from handlers.webchat.assets import Asset


class Phrase(Protocol):
    """Gives a fixed text in a language."""

    def __call__(self, name: str, language: Language, **values: object) -> str:
        """The text with its values filled in."""
        ...


def draw(
    templates: Environment, assets: Mapping[str, Asset], phrase: Phrase, language: Language
) -> partial[str]:
    """Draws pages in a language: call it with the name of a template and the values for it."""
    other = Language.ZH if language is Language.EN else Language.EN
    said, examples = render.with_items(phrase("welcome", language))
    fixed = {
        "say": partial(_say, phrase, language),
        "language": language,
        "other": other,
        "other_name": phrase("language_name", other),
        "numbers": render.with_numbers(phrase("not_emergency", language)),
        "greeting": said,
        "examples": examples,
        "assets": assets,
    }
    return partial(_drawn, templates, fixed)


def _drawn(
    templates: Environment, fixed: Mapping[str, object], template: str, **values: object
) -> str:
    return templates.get_template(template).render(**fixed, **values)


def _say(phrase: Phrase, language: Language, name: str, **values: object) -> str:
    return phrase(name, language, **values)
