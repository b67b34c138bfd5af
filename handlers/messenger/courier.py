"""One try to send one message, and what Telegram made of it."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum
from time import perf_counter
from typing import Final, Protocol

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.warnings import PTBDeprecationWarning

from handlers.messenger.keyboard import to_json
from handlers.messenger.letters import Letter, Place
from handlers.messenger.meter import Meter
from handlers.messenger.sends import IS_LEAVING, SETTLED, NoSends, Sends

_log = logging.getLogger(__name__)
_NO_SENDS: Final = NoSends()
_NO_PREVIEW: Final = {"is_disabled": True}


class Line(Protocol):
    """The way to Telegram; what goes wrong there is raised as a TelegramError."""

    async def deliver(self, message: dict[str, object]) -> None:
        """Send a message, as the Bot API's ``sendMessage`` takes it; its receipt is not read."""
        ...

    async def get_me(self) -> object:
        """Find out that Telegram answers."""
        ...


class Verdict(Enum):
    """What became of a message: it was sent, it was not and may be later, nobody knows, or it
    never will be.
    """

    SENT = "sent"
    LATER = "later"
    UNCLEAR = "unclear"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Tried:
    """The verdict, the seconds that Telegram asks to wait, and the letter as it stands now."""

    verdict: Verdict
    letter: Letter
    wait: float = 0.0


class Courier:
    """Carries the first message of a letter; no fault of Telegram's is raised."""

    def __init__(self, line: Line, meter: Meter, sends: Sends = _NO_SENDS) -> None:
        self._line = line
        self._meter = meter
        self._sends = sends

    def left(self, letter: Letter) -> Letter | None:
        """What of a letter is still to be sent, after a crash perhaps less than all."""
        left: Letter | None = letter
        while left and self._sends.tries(left.first) == SETTLED:
            left = left.rest
        return left

    def settle(self, letter: Letter) -> None:
        """Nothing of the letter is to be sent any more under its name."""
        left: Letter | None = letter if letter.name else None
        while left:
            self._sends.note(left.first, SETTLED)
            left = left.rest

    def forget(self, letter: Letter) -> None:
        """The letter will never come back."""
        self._sends.forget(letter.name)

    async def carry(self, letter: Letter) -> Tried:
        """Try once.

        A letter of which nobody knows whether it arrived is tried again only while Telegram is
        seen to answer; when it is spent it counts as sent.
        """
        tries = self._sends.tries(letter.first)
        if tries == SETTLED:
            return Tried(Verdict.SENT, letter)
        letter = replace(letter, unclear=max(letter.unclear, tries))
        if letter.is_spent:
            _log.warning("it is not known whether an answer arrived; it is not sent again")
            self._meter.unclear()
            return Tried(Verdict.SENT, letter)
        if letter.unclear and not await self._is_answered():
            return Tried(Verdict.LATER, letter)
        tried = await self._try(letter)
        if letter.name and tried.verdict in (Verdict.SENT, Verdict.NEVER):
            self._sends.note(letter.first, SETTLED)
        return tried

    async def _is_answered(self) -> bool:
        try:
            await self._line.get_me()
        except TelegramError:
            return False
        return True

    async def _try(self, letter: Letter) -> Tried:
        """Try; again at once where a chat has moved or its formatting cannot be read."""
        start = perf_counter()
        try:
            await self._call(letter)
        except ChatMigrated as error:
            if error.new_chat_id == letter.place.chat_id:
                return _judged(letter, error)
            return await self._try(replace(letter, place=Place(error.new_chat_id)))
        except BadRequest as error:
            if letter.is_plain or "parse entities" not in error.message.lower():
                return _judged(letter, error)
            _log.warning("Telegram could not read the formatting of an answer; sent plain")
            return await self._try(replace(letter, is_plain=True))
        except TelegramError as error:
            return _judged(letter, error)
        self._meter.sent(perf_counter() - start)
        return Tried(Verdict.SENT, letter)

    async def _call(self, letter: Letter) -> None:
        part = letter.parts[0]
        with self._noting(letter):
            await self._line.deliver(
                {
                    "chat_id": letter.place.chat_id,
                    "message_thread_id": letter.place.topic,
                    "text": part.plain if letter.is_plain else part.html,
                    "parse_mode": None if letter.is_plain else "HTML",
                    "link_preview_options": _NO_PREVIEW,
                    "reply_markup": to_json(letter.keyboard) if len(letter.parts) == 1 else None,
                }
            )

    @contextmanager
    def _noting(self, letter: Letter) -> Iterator[None]:
        """Note a try when its request leaves, and take it back if the message surely was not
        sent.
        """
        if not letter.name:
            yield
            return
        name, before = letter.first, letter.unclear
        token = IS_LEAVING.set(lambda: self._sends.note(name, before + 1))
        try:
            yield
        except TelegramError as error:
            if not isinstance(error, TimedOut):
                self._sends.note(name, before)
            raise
        finally:
            IS_LEAVING.reset(token)


def unclear(letter: Letter) -> Tried:
    """What becomes of a letter when nobody knows whether its first message arrived."""
    return Tried(Verdict.UNCLEAR, replace(letter, unclear=letter.unclear + 1))


def _judged(letter: Letter, error: TelegramError) -> Tried:
    match error:
        case RetryAfter():
            return Tried(Verdict.LATER, letter, seconds(error))
        case TimedOut():
            return unclear(letter)
        case Forbidden():
            return Tried(Verdict.NEVER, letter)  # a blocked bot is nobody's fault
        case BadRequest() | ChatMigrated():
            _log.warning("an answer could not be sent: %s", error.message)
            return Tried(Verdict.NEVER, letter)
        case NetworkError():
            return Tried(Verdict.LATER, letter)
    # A token that is refused, or something new: the operator may mend it.
    return Tried(Verdict.LATER, letter)


@contextmanager
def quietly() -> Iterator[None]:
    """Drop the library's warnings that its durations, as in a 429, will change their type."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PTBDeprecationWarning)
        yield


def seconds(error: RetryAfter) -> float:
    """How long Telegram asks to wait, at least a second."""
    with quietly():
        asked = error.retry_after
    wait = asked.total_seconds() if isinstance(asked, timedelta) else float(asked)
    return max(1.0, wait)
