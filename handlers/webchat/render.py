"""A reply as JSON and as what the page template shows; both carry the same content."""

import re
from dataclasses import dataclass

from faq import plain
from faq.model import Block, BlockKind, Choice, Language, Link, Reply, Source
from handlers.webchat.language import shown

_NUMBER = re.compile(r"(?<!\d)(110|119|120|122|12356|96110)(?!\d)")

Line = list[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class Card:
    """An answer as the page shows it: the lines of an emergency card, then the rest."""

    language: Language
    alarm: tuple[Line, ...]
    blocks: tuple[Block, ...]
    choices: tuple[Choice, ...]


def card(reply: Reply) -> Card:
    """The reply for the page template, which escapes all of it."""
    blocks = tuple(
        Block(block.kind, block.text, block.items, _safe(block.links))
        for block in reply.blocks
        if block.kind is not BlockKind.CARD
    )
    alarms = (block.text for block in reply.blocks if block.kind is BlockKind.CARD)
    alarm = tuple(with_numbers(line) for text in alarms for line in text.split("\n"))
    return Card(shown(reply.language), alarm, blocks, reply.choices)


def as_json(reply: Reply, session: str, version: str) -> dict[str, object]:
    """The reply as DESIGN §9 promises it to callers of the interface."""
    return {
        "session": session,
        "version": reply.version or version,
        "outcome": reply.outcome.value,
        "alert": reply.alert and reply.alert.value,
        "entry": reply.entry,
        "facet": reply.facet and reply.facet.value,
        "text": plain.text(reply),
        "blocks": [_block(block) for block in reply.blocks],
        "choices": [{"label": choice.label, "choice": choice.code} for choice in reply.choices],
        "sources": [_source(source) for source in reply.sources],
    }


def with_numbers(text: str) -> Line:
    """The text in pieces, each with whether it is a number to be called."""
    return [(piece, at % 2 == 1) for at, piece in enumerate(_NUMBER.split(text)) if piece]


def with_items(text: str) -> tuple[str, list[str]]:
    """What a fixed text says and the items that stand in it as a list."""
    lines = [line.strip() for line in text.splitlines()]
    said = " ".join(line for line in lines if line and not line.startswith("- "))
    return said, [line[2:] for line in lines if line.startswith("- ")]


def _block(block: Block) -> dict[str, object]:
    return {
        "kind": block.kind.value,
        "text": block.text,
        "items": list(block.items),
        "links": [{"title": link.title, "url": link.url} for link in _safe(block.links)],
    }


def _source(source: Source) -> dict[str, str | None]:
    url = source.url if source.url and _is_web(source.url) else None
    return {"title": source.title, "date": source.date, "url": url}


def _safe(links: tuple[Link, ...]) -> tuple[Link, ...]:
    return tuple(link for link in links if _is_web(link.url))


def _is_web(url: str) -> bool:
    """Whether an address leads to a site; ``javascript:`` and the like never become links."""
    return url.lower().startswith(("https://", "http://"))
