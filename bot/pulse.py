"""The event loop's pulse: whoever supervises the program is told while it beats, and when it stops
the program ends, so that it is begun anew.
"""

import asyncio
import faulthandler
import os
import socket
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

_FROZEN: Final = 70  # the exit status, as sysexits.h has it for a fault of the program
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds between beats, and how many in a row may be missing."""

    beat: float = 5.0
    missing: int = 9


_PACE: Final = Pace()


def supervisor(address: str | None) -> Tell:
    """Tells the systemd that listens at ``address`` (NOTIFY_SOCKET); nobody if there is none."""

    def tell(state: str) -> None:
        if not address:
            return
        name = f"\0{address[1:]}" if address.startswith("@") else address
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as to:
            try:
                to.sendto(state.encode(), name)
            except OSError:  # it may be gone; that is its own trouble
                return

    return tell


@asynccontextmanager
async def beating(
    tell: Tell, *, pace: Pace = _PACE, end: Callable[[int], object] = os._exit
) -> AsyncIterator[None]:
    """Beat for as long as this lasts; ``end`` the program when too many beats are missing.

    Beats are counted by a thread with the same pace, so a program that was stopped as a whole and
    goes on is not taken for frozen.
    """
    beats, ended = _Beats(), threading.Event()
    thread = threading.Thread(target=_watch, args=(beats, ended, pace, end), daemon=True)
    task = asyncio.create_task(_beat(beats, tell, pace))
    thread.start()
    try:
        yield
    finally:
        ended.set()
        task.cancel()


@dataclass(slots=True)
class _Beats:
    count: int = 0


async def _beat(beats: _Beats, tell: Tell, pace: Pace) -> None:
    while True:
        beats.count += 1
        tell("WATCHDOG=1")
        await asyncio.sleep(pace.beat)


def _watch(beats: _Beats, ended: threading.Event, pace: Pace, end: Callable[[int], object]) -> None:
    seen, missing = 0, 0
    while not ended.wait(pace.beat):
        missing = missing + 1 if beats.count == seen else 0
        seen = beats.count
        if missing >= pace.missing:
            faulthandler.dump_traceback()  # places in the code, no texts
            end(_FROZEN)
            return
