"""Telegram's HTML: which texts it takes, and what is left to see of them."""

import re
from html import unescape

_STYLES = frozenset({"b", "code", "del", "em", "i", "ins", "pre", "s", "strike", "strong", "u"})
_TAGS = _STYLES | {"a", "blockquote", "span", "tg-emoji", "tg-spoiler"}
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z-]*)((?:\s+[a-z-]+(?:=(?:\"[^\"<>]*\"|'[^'<>]*'))?)*)\s*>")


class CannotParseEntitiesError(ValueError):
    """The text is not what Telegram calls HTML; says why as Telegram does."""


def visible(html: str) -> str:
    """What a reader sees of ``html``."""
    seen, at = "", 0
    opened: list[str] = []
    while at < len(html):
        if html[at] == "<":
            tag = _TAG.match(html, at)
            if tag is None or tag[1] not in _TAGS:
                raise _refused(f"Unsupported start tag at byte offset {_offset(html, at)}")
            _nest(tag, opened, _offset(html, at))
            at = tag.end()
        elif entity := _ENTITY.match(html, at):
            seen += unescape(entity[0])
            at = entity.end()
        else:
            seen += html[at]
            at += 1
    if opened:
        raise _refused(f'Can\'t find end tag corresponding to start tag "{opened[-1]}"')
    return seen


def units(text: str) -> int:
    """The length in UTF-16 code units, which is how Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _nest(tag: re.Match[str], opened: list[str], offset: int) -> None:
    name = tag[1]
    if not tag[0].startswith("</"):
        opened.append(name)
    elif not opened:
        raise _refused(f"Unexpected end tag at byte offset {offset}")
    elif opened.pop() != name:
        raise _refused(f'Unmatched end tag at byte offset {offset}, found "</{name}>"')


def _offset(html: str, at: int) -> int:
    return len(html[:at].encode(errors="surrogatepass"))


def _refused(why: str) -> CannotParseEntitiesError:
    return CannotParseEntitiesError(f"Bad Request: can't parse entities: {why}")
