"""What the handlers of the web chat share: put together once by routes.register."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from handlers.webchat.assets import Asset
from handlers.webchat.assistant import Assistant
from handlers.webchat.limits import Limits
from handlers.webchat.peer import Proxies


@dataclass(frozen=True, slots=True)
class Site:
    """The core, the limits, and what pages are made of."""

    assistant: Assistant
    limits: Limits
    proxies: Proxies
    templates: Environment
    assets: Mapping[str, Asset]


SITE = web.AppKey("webchat.site", Site)


@cache
def templates() -> Environment:
    """The page templates; every value is escaped, a missing one is an error."""
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
