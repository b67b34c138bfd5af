"""Choices as buttons under a message."""

import unicodedata
from collections.abc import Iterator, Sequence

import telegram

from faq.model import Choice, Link

_MAX_CODE_BYTES = 64
_WIDEST = 48  # columns; a Chinese character takes two
_NARROW = 18  # two buttons as wide as this share a row on a small screen


def keyboard(
    choices: tuple[Choice, ...], links: Sequence[Link] = ()
) -> telegram.InlineKeyboardMarkup | None:
    """Official sites first, then the choices, one or two a row; None if nothing can be pressed."""
    buttons = [
        telegram.InlineKeyboardButton(_label(f"🔗 {link.title}"), url=link.url)
        for link in dict.fromkeys(links)
    ]
    rows = list(_rows(buttons))
    rows += _rows(
        [
            telegram.InlineKeyboardButton(_label(choice.label), callback_data=choice.code)
            for choice in choices
            if _is_sendable(choice)
        ]
    )
    return telegram.InlineKeyboardMarkup(rows) if rows else None


def _is_sendable(choice: Choice) -> bool:
    # Telegram would refuse the whole message; the content check reports such a choice.
    fits = 1 <= len(choice.code.encode(errors="replace")) <= _MAX_CODE_BYTES
    return fits and bool(choice.label.strip())


def _rows(
    buttons: list[telegram.InlineKeyboardButton],
) -> Iterator[list[telegram.InlineKeyboardButton]]:
    row: list[telegram.InlineKeyboardButton] = []
    for button in buttons:
        is_narrow = _columns(button.text) <= _NARROW
        if row and (len(row) == 2 or not is_narrow):
            yield row
            row = []
        row.append(button)
        if not is_narrow:
            yield row
            row = []
    if row:
        yield row


def _label(said: str) -> str:
    text = " ".join(said.encode(errors="replace").decode().split())
    if _columns(text) <= _WIDEST:
        return text
    while _columns(text) > _WIDEST - 2:
        text = text[:-1]
    return text.rstrip() + "…"


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
