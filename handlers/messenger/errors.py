"""When answering an update failed: the asker is told, and the log says where, never what."""

import logging
import traceback
from collections.abc import Awaitable
from pathlib import PurePath
from typing import TypeVar

import telegram

from handlers.messenger.desk import Desk, language_of
from handlers.messenger.render import fixed
from handlers.messenger.sending import Place

_log = logging.getLogger(__name__)
_DEEPEST = 4
_T = TypeVar("_T")


def reference(update_id: int) -> str:
    """The short name under which the asker and the log speak of a failed update."""
    return f"T{update_id & 0xFFFFFF:06X}"


async def report(desk: Desk, update: telegram.Update, error: Exception) -> None:
    """Log the failure and apologise in the chat.

    What an error says may quote what was typed, so only its kind and its place are logged.
    """
    name = reference(update.update_id)
    _log.error("update %s failed: %s at %s", name, type(error).__name__, place_in_code(error))
    chat = update.effective_chat
    if chat is not None and chat.type != telegram.constants.ChatType.CHANNEL:
        language = language_of(update.effective_user)
        said = desk.assistant.phrase("failed", language, reference=name)
        await desk.sender.send(Place(chat.id), fixed(said))


def place_in_code(error: Exception) -> str:
    """Where in the code an error came from, innermost last."""
    frames = traceback.extract_tb(error.__traceback__)[-_DEEPEST:]
    return " > ".join(f"{PurePath(one.filename).name}:{one.lineno}" for one in frames)


async def survive(act: Awaitable[_T], what: str, instead: _T) -> _T:
    """The result of ``act``; ``instead``, and a line in the log, if it fails."""
    try:
        return await act
    except Exception as error:  # noqa: BLE001 - storage or phrases may fail in any way
        _log.error("%s failed: %s at %s", what, type(error).__name__, place_in_code(error))
        return instead
