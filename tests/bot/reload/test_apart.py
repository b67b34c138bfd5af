import asyncio
import os
import signal
import sys
import time
from pathlib import Path

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


def scheduling(_: object, __: Say) -> int:
    return os.sched_getscheduler(0)


@pytest.mark.skipif(not hasattr(os, "SCHED_IDLE"), reason="this system has no such priority")
async def test_work_in_no_hurry_waits_for_everybody_else() -> None:
    assert await apart(scheduling, None, seconds=60, in_no_hurry=True) == os.SCHED_IDLE


async def test_a_crash_there_is_told_here() -> None:
    with pytest.raises(Crashed, match="died"):
        await apart(crash, None, seconds=30)


async def test_a_failure_there_is_told_with_its_reason() -> None:
    with pytest.raises(Crashed, match="ValueError: too blue"):
        await apart(fail, "too blue", seconds=30)


def leave(file: str, _: Say) -> None:
    Path(file).write_text(str(os.getpid()))
    time.sleep(60)


_PARENT = """
import asyncio, sys
from bot.reload.apart import apart
from tests.bot.reload.test_apart import leave
if __name__ == "__main__":
    asyncio.run(apart(leave, sys.argv[1], seconds=60))
"""


def is_running(process: int) -> bool:
    try:
        status = Path(f"/proc/{process}/stat").read_text("ascii", "replace")
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


async def test_when_who_waits_is_killed_it_ends_too(tmp_path: Path) -> None:
    file, script = tmp_path / "pid", tmp_path / "parent.py"
    script.write_text(_PARENT)
    root = Path(__file__).parents[3]
    parent = await asyncio.create_subprocess_exec(
        sys.executable, script, file, env=os.environ | {"PYTHONPATH": str(root)}
    )
    async with asyncio.timeout(30):
        while not file.exists() or not file.read_text():
            await asyncio.sleep(0.05)
        process = int(file.read_text())
        assert is_running(process)
        parent.kill()
        await parent.wait()
        while is_running(process):
            await asyncio.sleep(0.05)


async def test_what_takes_too_long_is_ended() -> None:
    began = time.monotonic()
    with pytest.raises(Crashed, match="took longer"):
        await apart(hang, None, seconds=1)
    assert time.monotonic() - began < 20
