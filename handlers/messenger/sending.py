"""Sending a rendered reply, and what to do when Telegram will not take it."""

import asyncio
import logging
import warnings
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta

import telegram
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

from handlers.messenger.render import Part, Rendered

_log = logging.getLogger(__name__)
_FLOOD_RETRIES = 3
_LONGEST_WAIT = 60.0
_BACK_OFF = (0.5, 2.0)
_NO_PREVIEW = telegram.LinkPreviewOptions(is_disabled=True)

Sleep = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Place:
    """A chat, and the topic in it where a group has topics."""

    chat_id: int
    topic: int | None = None


@dataclass(frozen=True, slots=True)
class _Attempt:
    """One message on its way: where to, in which form, and how often it failed."""

    place: Place
    part: Part
    keyboard: telegram.InlineKeyboardMarkup | None
    plain: bool = False
    floods: int = 0
    failures: int = 0


class Sender:
    """Sends messages; a fault ends in a later try, in plain text or in silence, never raised."""

    def __init__(self, bot: telegram.Bot, sleep: Sleep = asyncio.sleep) -> None:
        self._bot = bot
        self._sleep = sleep

    async def send(self, place: Place, rendered: Rendered) -> bool:
        """Send every part in order, the buttons under the last; False if one could not be sent."""
        last = len(rendered.parts) - 1
        for at, part in enumerate(rendered.parts):
            keyboard = rendered.keyboard if at == last else None
            if not await self._deliver(_Attempt(place, part, keyboard)):
                return False
        return True

    async def _deliver(self, attempt: _Attempt) -> bool:
        following: _Attempt | None = attempt
        while following is not None:
            attempt = following
            try:
                await self._call(attempt)
            except TelegramError as error:
                following = await self._next(attempt, error)
            except (AttributeError, KeyError, TypeError, ValueError):
                return True  # Telegram took the message; only its receipt is not readable.
            else:
                return True
        return False

    async def _call(self, attempt: _Attempt) -> None:
        await self._bot.send_message(
            chat_id=attempt.place.chat_id,
            message_thread_id=attempt.place.topic,
            text=attempt.part.plain if attempt.plain else attempt.part.html,
            parse_mode=None if attempt.plain else telegram.constants.ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            reply_markup=attempt.keyboard,
        )

    async def _next(self, attempt: _Attempt, error: TelegramError) -> _Attempt | None:
        """What to try after ``error``, once it is time for it; None to give up."""
        match error:
            case RetryAfter() if attempt.floods < _FLOOD_RETRIES:
                await self._sleep(min(seconds(error), _LONGEST_WAIT))
                return replace(attempt, floods=attempt.floods + 1)
            case ChatMigrated() if attempt.place.chat_id != error.new_chat_id:
                return replace(attempt, place=Place(error.new_chat_id))
            case BadRequest() if not attempt.plain and "parse entities" in error.message.lower():
                _log.warning("Telegram could not read the formatting of an answer; sent plain")
                return replace(attempt, plain=True)
            case BadRequest():
                pass
            case NetworkError() if attempt.failures < _tries_left_for(error):
                await self._sleep(_BACK_OFF[attempt.failures])
                return replace(attempt, failures=attempt.failures + 1)
        _note(error)
        return None


def _tries_left_for(error: NetworkError) -> int:
    # A message that may have been sent is tried once more only: a duplicate, never a third copy.
    return 1 if isinstance(error, TimedOut) else len(_BACK_OFF)


def _note(error: TelegramError) -> None:
    if not isinstance(error, Forbidden):  # a blocked bot is nobody's fault
        _log.warning("an answer could not be sent: %s: %s", type(error).__name__, error.message)


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
