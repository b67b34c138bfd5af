"""Broken content trees one by one while questions are asked; part of `script/bench reload`.

The trees are those of `tests/broken_trees`: every fault we know of, in a small tree of content.
"""

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from aiohttp.test_utils import unused_port

from benchmarks.asking import Tally, ask_on
from benchmarks.running import Running, running
from tests import content
from tests.broken_trees import broken, every
from tests.broken_trees.fault import Fault

SECONDS, MEGABYTES = 2.0, 50.0
_QUESTIONS = ("补身份证多少钱", "身份证丢了怎么补办", "核查身份证去哪", "红烧肉怎么做", "hello")
Reload = Callable[[Running], Awaitable[dict[str, object]]]


class Told(NamedTuple):
    """What was told of a broken tree, and after how long."""

    fault: Fault
    status: str
    text: str
    seconds: float

    @property
    def is_well(self) -> bool:
        """Whether it was refused in time, with the place of its fault."""
        place = f"{self.fault.path}:"
        return self.status == "refused" and place in self.text and self.seconds <= SECONDS


async def broken_trees(folder: Path, rate: float, reload: Reload) -> tuple[Tally, bool]:
    """What came of the questions, and whether each tree was refused as it should be."""
    sound = content.write(folder / "sound")
    ports = (unused_port(), unused_port())
    async with running(folder, ports, of=sound, watch="off") as program:
        end = asyncio.Event()
        asking = asyncio.create_task(ask_on(program.web, _QUESTIONS, rate, end))
        await asyncio.sleep(2)  # the first answers load what they need
        before = program.megabytes()
        # Dates are no part of a reload: what has run out is left out of answers.
        faults = [fault for fault in every() if fault.rule != "dates"]
        told = [await _told(program, sound, fault, reload) for fault in faults]
        grown = program.megabytes() - before
        end.set()
        tally = await asking
    seconds = sorted(one.seconds for one in told)
    failed = [one for one in told if not one.is_well]
    print(
        f"{len(told)} broken trees: {len(told) - len(failed)} refused with their place within "
        f"{SECONDS:.0f} s; median {seconds[len(seconds) // 2]:.2f} s, worst {seconds[-1]:.2f} s; "
        f"memory {grown:+.0f} MB (bar: {MEGABYTES:.0f})"
    )
    for one in failed[:5]:
        print(f"    {one.fault.name}: {one.status} after {one.seconds:.2f} s: {one.text[:200]}")
    return tally, not failed and grown <= MEGABYTES


async def _told(program: Running, sound: Path, fault: Fault, reload: Reload) -> Told:
    await asyncio.to_thread(_put, program.content, sound, fault)
    start = perf_counter()
    found = await reload(program)
    return Told(fault, str(found["status"]), str(found["text"]), perf_counter() - start)


def _put(folder: Path, sound: Path, fault: Fault) -> None:
    """Have the fault, and no other, in the folder."""
    shutil.rmtree(folder)
    shutil.copytree(sound, folder)
    elsewhere = folder.parent / "elsewhere"
    if elsewhere.is_dir():
        shutil.rmtree(elsewhere)
    broken(folder, fault)
