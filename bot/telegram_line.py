"""The state of the line to Telegram, and patience while it is down."""

import logging
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from handlers.messenger.courier import seconds
from handlers.messenger.sending import Sleep

_log = logging.getLogger(__name__)
_T = TypeVar("_T")
OK: Final = "ok"
_HOPELESS_WAIT = 24.0  # only the operator can end it; two callers: under six tries a minute
_LONGEST_WAIT = 40.0  # then a poll shows a sign of life
_LONGEST_BACK_OFF = 30.0
_DOUBLED = 10  # times; a night without Telegram would be more than a number can hold


class Line:
    """Whether Telegram answers; each trouble is logged once when it begins, and when it is over."""

    def __init__(self) -> None:
        self.state: str = OK
        self._trouble: type[TelegramError] | None = None
        self._failures = 0

    def works(self) -> None:
        """Telegram answered."""
        if self._trouble is not None:
            _log.info("Telegram answers again")
        self.state, self._trouble, self._failures = OK, None, 0

    def failed(self, error: TelegramError) -> float:
        """Telegram did not answer as it should; how many seconds to wait before the next try."""
        trouble, self.state, wait = self._diagnose(error)
        if trouble is not self._trouble:
            _log.warning("%s; trying again", self.state)
        self._trouble = trouble
        self._failures += 1
        return wait

    def given_up(self, said: str) -> None:
        """Nothing is tried any more."""
        self.state = said
        _log.error("%s", said)

    def _diagnose(self, error: TelegramError) -> tuple[type[TelegramError], str, float]:
        match error:
            case InvalidToken():
                said = "Telegram refuses the bot token (401 or 404): check TELEGRAM_BOT_TOKEN"
                return InvalidToken, said, _HOPELESS_WAIT
            case Conflict():
                said = "another instance polls with this bot token, or a webhook is set (409)"
                return Conflict, said, _HOPELESS_WAIT
            case RetryAfter():
                said = "Telegram asks this bot to slow down (429)"
                return RetryAfter, said, min(seconds(error), _LONGEST_WAIT)
        back_off = min(2.0 ** min(self._failures, _DOUBLED), _LONGEST_BACK_OFF)
        return TelegramError, f"Telegram does not answer: {error.message}", back_off


async def keep_trying(act: Callable[[], Awaitable[_T]], line: Line, sleep: Sleep) -> _T:
    """The result of ``act``, tried until Telegram answers."""
    while True:
        try:
            result = await act()
        except TelegramError as error:
            await sleep(line.failed(error))
        else:
            line.works()
            return result
