"""Choices as buttons under a message."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from faq.model import Choice, Link

_MAX_CODE_BYTES = 64
_WIDEST = 48  # columns; a Chinese character takes two
_NARROW = 18  # two buttons as wide as this share a row on a small screen
_Json = dict[str, list[list[dict[str, str]]]]


@dataclass(frozen=True, slots=True)
class Button:
    """What stands on it, and what pressing it sends or opens."""

    text: str
    code: str = ""
    url: str = ""


Keyboard = tuple[tuple[Button, ...], ...]


def keyboard(choices: tuple[Choice, ...], links: Sequence[Link] = ()) -> Keyboard:
    """Official sites first, then the choices, one or two a row; none if nothing can be pressed."""
    sites = [Button(_label(f"🔗 {link.title}"), url=link.url) for link in dict.fromkeys(links)]
    buttons = [Button(_label(one.label), one.code) for one in choices if _is_sendable(one)]
    return (*_rows(sites), *_rows(buttons))


def to_json(rows: Keyboard) -> _Json | None:
    """The keyboard as Telegram takes it."""
    if not rows:
        return None
    return {"inline_keyboard": [[_to_json(button) for button in row] for row in rows]}


def from_json(found: _Json | None) -> Keyboard:
    """What ``to_json`` made of it; raises LookupError, TypeError or AttributeError for others."""
    rows = found["inline_keyboard"] if found else []
    return tuple(tuple(_from_json(button) for button in row) for row in rows)


def _to_json(button: Button) -> dict[str, str]:
    does = {"url": button.url} if button.url else {"callback_data": button.code}
    return {"text": button.text} | does


def _from_json(found: dict[str, str]) -> Button:
    return Button(found["text"], found.get("callback_data", ""), found.get("url", ""))


def _is_sendable(choice: Choice) -> bool:
    # Telegram would refuse the whole message; the content check reports such a choice.
    fits = 1 <= len(choice.code.encode(errors="replace")) <= _MAX_CODE_BYTES
    return fits and bool(choice.label.strip())


def _rows(buttons: list[Button]) -> Iterator[tuple[Button, ...]]:
    row: tuple[Button, ...] = ()
    for button in buttons:
        is_narrow = _columns(button.text) <= _NARROW
        if row and (len(row) == 2 or not is_narrow):
            yield row
            row = ()
        row = (*row, button)
        if not is_narrow:
            yield row
            row = ()
    if row:
        yield row


@lru_cache(512)  # most labels are the content's
def _label(said: str) -> str:
    text = " ".join(said.encode(errors="replace").decode().split())
    if _columns(text) <= _WIDEST:
        return text
    while _columns(text) > _WIDEST - 2:
        text = text[:-1]
    return text.rstrip() + "…"


@lru_cache(512)
def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
