"""Work in a process of its own, at low priority: should it crash or hang, nothing else does."""

import asyncio
import contextlib
import os
import signal
import threading
import time
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
Say = Callable[[Any], None]

_SPAWN = get_context("spawn")
_NICENESS = 10
_LOOK_SECONDS = 0.5
_VICTIM, _FIRST = Path("/proc/self/oom_score_adj"), "900"  # should memory run out, this ends first


class Crashed(Exception):
    """The process ended without a result, or took too long; the text says how."""


async def apart(
    work: Callable[[Any, Say], T],
    given: object,
    *,
    seconds: float,
    hear: Say = lambda _: None,
    in_no_hurry: bool = False,
) -> T:
    """The result of ``work(given, say)``, done in another process; what it says is heard here.

    Work ``in_no_hurry`` gets what time nobody else wants. Raises Crashed.
    """
    ours, theirs = _SPAWN.Pipe(duplex=False)
    process = _SPAWN.Process(target=_work, args=(work, given, theirs, in_no_hurry), daemon=True)
    await asyncio.to_thread(process.start)
    theirs.close()
    try:
        async with asyncio.timeout(seconds):
            return await _result(ours, hear)  # type: ignore[no-any-return]
    except TimeoutError:
        raise Crashed(f"没有在 {seconds:.0f} 秒内做完 / took longer than that") from None
    except EOFError:
        raise Crashed("进程意外结束 / the process died") from None
    finally:
        process.kill()
        await asyncio.shield(asyncio.to_thread(process.join))
        process.close()
        ours.close()


async def _result(connection: Connection, hear: Say) -> Any:
    while True:
        kind, told = await asyncio.to_thread(connection.recv)
        if kind == "result":
            return told
        if kind == "failed":
            raise Crashed(told)
        hear(told)


def _end_with(parent: int) -> None:
    """End when nobody waits any more: whoever started it was killed."""
    while os.getppid() == parent:
        time.sleep(_LOOK_SECONDS)
    os._exit(1)


def _work(
    work: Callable[[object, Say], object],
    given: object,
    connection: Connection,
    in_no_hurry: bool,
) -> None:
    """What the other process does."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)  # whoever started it also ends it
    os.nice(_NICENESS)
    if in_no_hurry and hasattr(os, "SCHED_IDLE"):
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    with contextlib.suppress(OSError):  # not every system has it
        _VICTIM.write_text(_FIRST)
    with contextlib.suppress(BrokenPipeError):  # nobody waits any more
        try:
            connection.send(("result", work(given, lambda told: connection.send(("said", told)))))
        except BrokenPipeError:
            raise
        except Exception as error:  # noqa: BLE001 - the boundary: a failure is told, not shown
            connection.send(("failed", f"{type(error).__name__}: {error}"))
