import logging
import subprocess
import sys

import pytest

from bot.logs import OneLine


def written(message: str, *values: object, error: BaseException | None = None) -> str:
    """An event as the log shows it."""
    fault = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord("bot.test", logging.ERROR, "", 0, message, values, fault)
    return OneLine("%(levelname)s %(name)s: %(message)s").format(record)


def test_an_event_is_written_as_it_is() -> None:
    assert written("%s 打不开", "jingwu.db") == "ERROR bot.test: jingwu.db 打不开"


@pytest.mark.parametrize(
    "character",
    ["\n", "\r", "\r\n", "\0", "\x07", "\x1b", "\x7f", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"],
    ids=ascii,
)
def test_control_characters_are_escaped(character: str) -> None:
    line = written("said %s", f"before{character}INFO forged: after")
    assert line.isprintable()
    assert line.startswith("ERROR bot.test: said before\\")


def test_an_error_is_one_line_too() -> None:
    try:
        raise ValueError("first\nsecond")
    except ValueError as error:
        line = written("failed", error=error)
    assert len(line.splitlines()) == 1
    assert "ValueError: first\\nsecond" in line


QUIET = """
import logging
from bot.logs import configure
configure("INFO")
for name in ("bot.app", "telegram.Bot", "telegram.ext", "httpx", "aiohttp.access", "asyncio"):
    logging.getLogger(name).error("from %s", name)
logging.getLogger("bot.app").debug("too fine")
logging.getLogger("bot.app").info("broken %d", "format")
"""


def test_only_our_own_events_are_written_and_to_standard_error() -> None:
    ran = subprocess.run([sys.executable, "-c", QUIET], capture_output=True, text=True, check=True)
    assert ran.stdout == ""
    (line,) = ran.stderr.splitlines()
    assert line.endswith("level=ERROR logger=bot.app request=- message=from bot.app")


TRACED = """
import logging
from bot.logs import configure
from handlers.tracing import REQUEST
configure("INFO")
REQUEST.set("T00A1B2")
logging.getLogger("bot.app").error("failed")
"""


def test_a_line_names_the_request_in_hand() -> None:
    ran = subprocess.run([sys.executable, "-c", TRACED], capture_output=True, text=True, check=True)
    assert "request=T00A1B2 message=failed" in ran.stderr
