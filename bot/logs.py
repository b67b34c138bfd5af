"""Logging: one line an event on standard error; never a message text, a token or a secret."""

import logging
import re

from handlers.tracing import REQUEST

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")

_FORMAT = (
    "time=%(asctime)s level=%(levelname)s logger=%(name)s request=%(request)s message=%(message)s"
)


def _escaped(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")


class OneLine(logging.Formatter):
    """Writes an event as a single line, control characters escaped."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        return _UNPRINTABLE.sub(_escaped, super().format(record))


def _with_request(record: logging.LogRecord) -> bool:
    record.request = REQUEST.get()
    return True


def configure(level: str) -> None:
    """Log to standard error; libraries that log whole updates or addresses stay quiet."""
    handler = logging.StreamHandler()
    handler.addFilter(_with_request)
    handler.setFormatter(OneLine(_FORMAT))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.raiseExceptions = False
    for name in ("telegram", "httpx", "httpcore", "aiohttp.access", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
