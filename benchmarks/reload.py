"""Content that changes under load: how soon, how safely, how much memory; `script/bench reload`.

Four parts on one running program: a fee corrected in an open chat and rolled back; reloads under
load; a broken edit under load; memory over fifty reloads. On another, with a small tree: a hundred
broken trees under load.
"""

import argparse
import asyncio
import itertools
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import aiohttp
from aiohttp.test_utils import unused_port

from benchmarks.asking import Tally, ask_on
from benchmarks.broken_trees import broken_trees
from benchmarks.running import Running, running
from faq.catalogue import PACKAGED
from faq.questions import read

_FILE, _ITEM = "catalogue/traffic.yaml", "dl_lost"
_FEE = "驾驶证遗失补发多少钱"
_LOOK = 0.1


class Fee:
    """The fee of one item in a content folder, for changing."""

    def __init__(self, content: Path) -> None:
        self._file = content / _FILE
        self._text = self._file.read_text("utf-8")
        start = self._text.index(f"id: {_ITEM}")
        found = re.compile(r"amount: \"?(\d+元)").search(self._text, start)
        if found is None:
            raise SystemExit(f"{_FILE}: {_ITEM} has no fee to change")
        self._place = found.span(1)
        self.original = found[1]

    def write(self, amount: str) -> None:
        """Save the file with another amount, as an editor does: aside, then renamed."""
        start, end = self._place
        beside = self._file.with_name(".beside")
        beside.write_text(self._text[:start] + amount + self._text[end:], "utf-8")
        beside.replace(self._file)

    def break_(self) -> None:
        """Save the file with an error in the fee's line."""
        start, _ = self._place
        self._file.write_text(self._text[:start] + "[" + self._text[start:], "utf-8")


async def main_async(options: argparse.Namespace) -> int:
    """Run the parts one after the other; 1 if a bar is missed."""
    with TemporaryDirectory() as folder:
        async with running(Path(folder), (unused_port(), unused_port())) as program:
            fee = Fee(program.content)
            results = [
                await _corrected(program, fee),
                await _storm(program, fee, options),
                await _broken(program, fee, options),
                await _memory(program, fee, options.reloads),
            ]
    with TemporaryDirectory() as folder:
        tally, is_well = await broken_trees(
            Path(folder), options.rate, lambda it: _post(it, "reload")
        )
        results += [is_well, _shown(tally, options.rate)]
    return 0 if all(results) else 1


async def _corrected(program: Running, fee: Fee) -> bool:
    live = await _seconds(program, lambda: fee.write("61元"), ":61元")
    number = (await _versions(program))[-1]
    back = await _seconds(
        program, lambda: _post(program, "rollback", number=number), f":{fee.original}"
    )
    print(f"a corrected fee was seen in an open chat after {live:.1f} s (bar: 10 s)")
    print(f"rolled back, the former fee was seen after {back:.1f} s (bar: 10 s)")
    return max(live, back) <= 10


async def _seconds(program: Running, act: Callable[[], object], text: str) -> float:
    """How long after ``act`` an answer in the same chat says ``text``."""
    start = perf_counter()
    done = act()
    doing = asyncio.ensure_future(done) if asyncio.iscoroutine(done) else None
    session = None
    while perf_counter() - start < 120:
        asked = {"text": _FEE, "session": session}
        async with program.web.post("/api/chat", json=asked) as answer:
            found = await answer.json()
        session = found["session"]
        if text in found["text"]:
            break
        await asyncio.sleep(_LOOK)
    taken = perf_counter() - start
    if doing:
        await doing
    return taken


async def _storm(program: Running, fee: Fee, options: argparse.Namespace) -> bool:
    """Reload requests at a steady rate while questions are asked and the fee goes up and down."""
    amounts = itertools.cycle(("62元", "63元", "64元"))
    end = asyncio.Event()
    asking = asyncio.create_task(ask_on(program.web, _questions(), options.rate, end))
    requests = []
    start = perf_counter()
    for number in range(options.requests):
        await asyncio.sleep(max(0.0, start + number * 60 / options.requests - perf_counter()))
        if number % 10 == 0:
            fee.write(next(amounts))
        requests.append(asyncio.create_task(_post(program, "reload")))
    told = await asyncio.gather(*requests, return_exceptions=True)
    end.set()
    tally = await asking
    failed = [one for one in told if isinstance(one, BaseException) or one["status"] not in _WELL]
    versions = {one["version"] for one in told if isinstance(one, dict)}
    print(
        f"{options.requests} reload requests in {perf_counter() - start:.0f} s, "
        f"{len(failed)} failed, {len(versions)} versions went live"
    )
    return _shown(tally, options.rate) and not failed


_WELL = ("live", "unchanged")
_SETTLED = 5  # reloads after which memory is first looked at


async def _broken(program: Running, fee: Fee, options: argparse.Namespace) -> bool:
    """A broken edit while questions are asked."""
    end = asyncio.Event()
    asking = asyncio.create_task(ask_on(program.web, _questions(), options.rate, end))
    await asyncio.sleep(1)
    start = perf_counter()
    fee.break_()
    told = await _post(program, "reload")
    taken = perf_counter() - start
    end.set()
    tally = await asking
    place = next((line for line in str(told["text"]).splitlines() if _FILE in line), "")
    print(f"a broken edit: {told['status']} after {taken:.1f} s: {place}")
    fee.write(fee.original)
    await _post(program, "reload")
    return _shown(tally, options.rate) and told["status"] == "refused" and bool(place)


async def _memory(program: Running, fee: Fee, reloads: int) -> bool:
    """What the process holds after the first reloads, and after all."""
    early = 0.0
    for number in range(reloads):
        fee.write(f"{65 + number % 5}元")
        told = await _post(program, "reload")
        if number + 1 == _SETTLED:
            early = program.megabytes()
        if told["status"] not in _WELL:
            print(f"reload {number} was {told['status']}: {told['text']}")
            return False
    late = program.megabytes()
    growth = late / early - 1
    print(
        f"memory: {early:.0f} MB after {_SETTLED} reloads, {late:.0f} MB after {reloads}: "
        f"{growth:+.1%} (bar: 5 %)"
    )
    return growth <= 0.05


def _shown(tally: Tally, rate: float) -> bool:
    p99 = tally.milliseconds(99)
    print(
        f"  {len(tally.seconds)} questions at {rate:.0f}/s: {len(tally.errors)} errors, "
        f"{len(tally.mixed)} mixed answers, {len(tally.versions)} versions answered; "
        f"median {tally.milliseconds(50):.1f} ms, p99 {p99:.1f} ms (bar: 100 ms), "
        f"worst {tally.milliseconds(100):.1f} ms"
    )
    for line in (*tally.errors[:3], *map(str, tally.mixed[:3])):
        print(f"    {line}")
    return not tally.errors and not tally.mixed and p99 <= 100


def _questions() -> list[str]:
    labelled, _ = read(PACKAGED)
    return [_FEE, *(one.text for one in labelled[::15])]


async def _post(program: Running, act: str, **given: object) -> dict[str, object]:
    async with program.staff.post(f"/staff/{act}", json=given) as answer:
        found: dict[str, object] = await answer.json()
        return found


async def _versions(program: Running) -> list[int]:
    """The numbers of the versions kept, newest first."""
    async with program.staff.get("/staff/versions") as answer:
        text = str((await answer.json())["text"])
    return [int(number) for number in re.findall(r"^#(\d+)", text, re.M)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 0 if every bar is met, else 1."""
    parser = argparse.ArgumentParser(prog="script/bench reload", description=__doc__)
    parser.add_argument("--rate", type=float, default=50, help="questions a second")
    parser.add_argument("--requests", type=int, default=200, help="reload requests in a minute")
    parser.add_argument("--reloads", type=int, default=50, help="reloads for memory")
    options = parser.parse_args(arguments)
    if options.reloads <= _SETTLED:
        parser.error(f"--reloads must be more than {_SETTLED}")
    try:
        return asyncio.run(main_async(options))
    except aiohttp.ClientError as fault:
        print(fault, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
