"""Replies on their way: where to, what is still to be sent, and the form in which they wait."""

import json
from dataclasses import dataclass, replace

from handlers.messenger.keyboard import Keyboard, from_json, to_json
from handlers.messenger.render import Part, Rendered

_MOST, _MOST_IF_URGENT = 2, 5  # tries of which nobody knows whether they arrived


@dataclass(frozen=True, slots=True)
class Place:
    """A chat, and the topic in it where a group has topics."""

    chat_id: int
    topic: int | None = None

    @property
    def key(self) -> str:
        """The chat's name in storage."""
        return f"telegram:{self.chat_id}"


@dataclass(frozen=True, slots=True)
class Letter:
    """Messages for one place, in order, the buttons under the last.

    ``is_plain``: Telegram cannot read the formatting. ``unclear``: how often it is not known
    whether the first message arrived. ``name``: what it is called in ``sends``, if it is there.
    """

    place: Place
    parts: tuple[Part, ...]
    keyboard: Keyboard = ()
    is_urgent: bool = False
    is_plain: bool = False
    unclear: int = 0
    name: str = ""

    @property
    def first(self) -> str:
        """The name of the first message."""
        return f"{self.name}/{len(self.parts)}" if self.name else ""

    @property
    def is_spent(self) -> bool:
        """Whether it may have arrived so often that it is not sent again; in danger rather once
        too often than not at all.
        """
        return self.unclear >= (_MOST_IF_URGENT if self.is_urgent else _MOST)

    @property
    def rest(self) -> "Letter | None":
        """What is left when the first message was sent."""
        parts = self.parts[1:]
        return replace(self, parts=parts, is_plain=False, unclear=0) if parts else None


def letters(place: Place, rendered: Rendered) -> tuple[Letter, ...]:
    """An emergency card as an urgent letter, and whatever else is said as another."""
    urgent = tuple(part for part in rendered.parts if part.is_urgent)
    others = tuple(part for part in rendered.parts if not part.is_urgent)
    found = []
    if urgent:
        found.append(Letter(place, urgent, is_urgent=True))
    if others:
        found.append(Letter(place, others, rendered.keyboard))
    return tuple(found)


def to_text(letter: Letter) -> str:
    """The letter as the outbox keeps it."""
    return json.dumps(
        {
            "chat": letter.place.chat_id,
            "topic": letter.place.topic,
            "parts": [[part.html, part.plain] for part in letter.parts],
            "keyboard": to_json(letter.keyboard),
            "plain": letter.is_plain,
            "unclear": letter.unclear,
            "name": letter.name,
        },
        ensure_ascii=False,
    )


def from_text(text: str, *, is_urgent: bool) -> Letter | None:
    """The letter that was kept; None for what another version kept in another form."""
    try:
        kept = json.loads(text)
        return Letter(
            Place(int(kept["chat"]), kept["topic"]),
            tuple(Part(html, plain) for html, plain in kept["parts"]),
            from_json(kept["keyboard"]),
            is_urgent,
            bool(kept["plain"]),
            int(kept["unclear"]),
            str(kept.get("name", "")),
        )
    except (AttributeError, LookupError, TypeError, ValueError):
        return None
