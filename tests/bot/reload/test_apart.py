import os
import signal
import time

import pytest

from bot.reload.apart import Crashed, Say, apart


def niceness(given: int, say: Say) -> int:
    say("begun")
    return os.nice(0) - given


def crash(_: object, __: Say) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def fail(given: str, _: Say) -> None:
    raise ValueError(given)


def hang(_: object, __: Say) -> None:
    time.sleep(60)


async def test_the_result_of_another_process_of_lower_priority_comes_back() -> None:
    heard: list[object] = []
    assert await apart(niceness, os.nice(0), seconds=30, hear=heard.append) > 0
    assert heard == ["begun"]


async def test_a_crash_there_is_told_here() -> None:
    with pytest.raises(Crashed, match="died"):
        await apart(crash, None, seconds=30)


async def test_a_failure_there_is_told_with_its_reason() -> None:
    with pytest.raises(Crashed, match="ValueError: too blue"):
        await apart(fail, "too blue", seconds=30)


async def test_what_takes_too_long_is_ended() -> None:
    began = time.monotonic()
    with pytest.raises(Crashed, match="took longer"):
        await apart(hang, None, seconds=1)
    assert time.monotonic() - began < 20
