"""A reply as Telegram messages: HTML of the kind Telegram reads, plain text beside it, buttons."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape

from faq.model import Block, BlockKind, Link, Reply
from handlers.messenger.keyboard import Keyboard, keyboard

LIMIT = 4096
_REMEMBERED = 256  # replies' texts; many people are answered alike
_TAGS = {BlockKind.CARD: "b", BlockKind.LEAD: "b", BlockKind.HEADING: "b", BlockKind.SOURCE: "i"}
_BREAKS = "。！？；!?;，, "
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Part:
    """One message or line of it: its HTML, and in plain text should Telegram refuse the HTML;
    an emergency card is urgent.
    """

    html: str
    plain: str
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class Rendered:
    """The messages a reply becomes, with the buttons that go under the last."""

    parts: tuple[Part, ...]
    keyboard: Keyboard = ()


def render(reply: Reply) -> Rendered:
    """Everything a citizen reads, in as few messages as the limit allows; an emergency card is a
    message of its own, before the others and without buttons.
    """
    parts = _parts(reply.blocks)
    places = (block for block in reply.blocks if block.kind is BlockKind.WHERE)
    links = [link for block in places for link in block.links if _is_web(link.url)]
    buttons = keyboard(reply.choices, links)
    return Rendered(parts, buttons if parts and not parts[-1].is_urgent else ())


@lru_cache(_REMEMBERED)
def _parts(blocks: tuple[Block, ...]) -> tuple[Part, ...]:
    """The messages that blocks become, those of emergency cards first."""
    cards = [block for block in blocks if block.kind is BlockKind.CARD]
    others = [block for block in blocks if block.kind is not BlockKind.CARD]
    first = [replace(part, is_urgent=True) for card in cards for part in _pack([_block(card)])]
    return (*first, *_pack(map(_block, others)))


def fixed(text: str) -> Rendered:
    """A fixed text, which has no formatting and no buttons."""
    return Rendered(tuple(_pack([_block(Block(BlockKind.TEXT, text))])))


def units(text: str) -> int:
    """The length as Telegram counts it, in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _block(block: Block) -> list[Part]:
    """The lines of a block, each of them whole in itself, none too long for a message; links to
    where something is done are buttons, not lines.
    """
    tag = _TAGS.get(block.kind, "")
    mark = "☐" if block.kind is BlockKind.CHECKLIST else "•"
    is_button = block.kind is BlockKind.WHERE
    links = [] if is_button else [link for link in block.links if _is_web(link.url)]
    inside = [link for link in links if link.title and link.title in block.text]
    lines: list[Part] = []
    for at, text in enumerate(block.text.splitlines()):
        is_tagged = at == 0 or block.kind is not BlockKind.CARD
        lines += _line(text, tag if is_tagged else "", inside)
    for item in block.items:
        lines += _line(f"{mark} {item}", "", [])
    for link in links:
        if link not in inside:
            lines += _line(link.title or link.url, "", [Link(link.title or link.url, link.url)])
    return lines


def _line(text: str, tag: str, links: list[Link]) -> Iterator[Part]:
    text = _SURROGATES.sub("\ufffd", text).rstrip()
    if not text:
        return
    whole = _linked(text, tag, links)
    if units(whole.html) <= LIMIT:
        yield whole
    else:
        yield from (_linked(piece, tag, []) for piece in _cut(text, LIMIT - len("<b></b>")))


def _linked(text: str, tag: str, links: list[Link]) -> Part:
    """A line with the titles of links in it made into links, and tagged as a whole."""
    html, plain, rest = "", "", text
    for link in sorted(links, key=lambda link: text.find(link.title)):
        before, found, after = rest.partition(link.title)
        if found:
            html += f'{_escape(before)}<a href="{escape(link.url)}">{_escape(found)}</a>'
            plain += before + (found if found == link.url else f"{found} ({link.url})")
            rest = after
    html += _escape(rest)
    return Part(f"<{tag}>{html}</{tag}>" if tag else html, plain + rest)


def _cut(text: str, limit: int) -> Iterator[str]:
    """Pieces of a line that fit when escaped, cut after a punctuation mark where there is one."""
    start = length = 0
    for at, letter in enumerate(text):
        size = units(_escape(letter))
        if length + size > limit:
            end = _last_break(text, start, at)
            yield text[start:end]
            start, length = end, units(_escape(text[end:at]))
        length += size
    yield text[start:]


def _last_break(text: str, start: int, end: int) -> int:
    middle = (start + end) // 2
    return next((at for at in range(end, middle, -1) if text[at - 1] in _BREAKS), end)


def _pack(paragraphs: Iterable[list[Part]]) -> Iterator[Part]:
    """Messages as full as may be; a border falls between paragraphs, else between lines."""
    message: list[Part] = []
    size = 0
    for lines in filter(None, paragraphs):
        whole = _join(lines, "\n")
        gap = "\n\n"
        for piece in [whole] if units(whole.html) <= LIMIT else lines:
            length = units(piece.html)
            if message and size + len(gap) + length > LIMIT:
                yield _join(message, "")
                message, size = [], 0
            before = [Part(gap, gap)] if message else []
            message += [*before, piece]
            size += length + len(gap) * len(before)
            gap = "\n"
    if message:
        yield _join(message, "")


def _join(parts: list[Part], gap: str) -> Part:
    return Part(gap.join(one.html for one in parts), gap.join(one.plain for one in parts))


def _is_web(url: str) -> bool:
    return url.startswith(("https://", "http://"))


def _escape(text: str) -> str:
    return escape(text, quote=False)
