import asyncio
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from bot.pulse import Pace, beating, supervisor

QUICK = Pace(beat=0.02, missing=3)
FREEZES = """
import asyncio, time
from bot.pulse import Pace, beating
async def main():
    async with beating(print, pace=Pace(beat=0.05, missing=3)):
        await asyncio.sleep(0.1)
        time.sleep(30)
asyncio.run(main())
"""


async def test_a_loop_that_goes_on_beats() -> None:
    told: list[str] = []
    ends: list[int] = []
    async with beating(told.append, pace=QUICK, end=ends.append):
        await asyncio.sleep(0.2)
    assert len(told) >= 4
    assert set(told) == {"WATCHDOG=1"}
    assert ends == []


async def test_a_frozen_loop_ends_the_program(capfd: pytest.CaptureFixture[str]) -> None:
    ended = threading.Event()
    async with beating(lambda _: None, pace=QUICK, end=lambda _: ended.set()):
        await asyncio.sleep(0)
        time.sleep(0.3)
    assert ended.is_set()
    assert "test_pulse.py" in capfd.readouterr().err


def test_it_ends_with_a_status_for_which_it_is_begun_anew() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", FREEZES],
        capture_output=True, timeout=20, check=False, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert ran.returncode == 70


def test_systemd_is_told(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        supervisor(str(tmp_path / "notify"))("READY=1")
        assert systemd.recv(100) == b"READY=1"


@pytest.mark.parametrize("address", [None, "", "/nowhere/notify"])
def test_without_systemd_nothing_happens(address: str | None) -> None:
    supervisor(address)("READY=1")
