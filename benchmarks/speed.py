"""How fast answers are found beside rapidfuzz, at several sizes; `script/bench speed [FILE]`."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from benchmarks.measuring import SEARCH, Measured, measure
from benchmarks.questions import HELD_BACK, BadLine, read
from benchmarks.report import aligned
from benchmarks.timing import Time

_SIZES = (1_000, 10_000, None, 100_000)  # None: as many as are shipped
_ASKED = 80  # one WRatio over 100,000 phrasings takes a fifth of a second


def as_text(measured: Measured) -> str:
    """A line on the build, then a row for every search; ratios are to our search alone."""
    size = f"{measured.phrasings:,} phrasings" + (" (as shipped)" if measured.shipped else "")
    memory = f"{measured.megabytes:.0f} MB" if measured.megabytes is not None else "not known"
    head = f"{size}: built in {measured.build_seconds:.1f} s, peak memory {memory}"
    base = measured.times[SEARCH]
    rows = [("  MILLISECONDS", "median", "p95", "median to ours", "p95 to ours")]
    rows += [_row(f"  {name}", time, base) for name, time in measured.times.items()]
    return f"{head}\n{aligned(rows)}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print, every size in its own process; 0, or 2 where the file cannot be read."""
    parser = argparse.ArgumentParser(prog="script/bench speed", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=HELD_BACK, metavar="FILE")
    options = parser.parse_args(arguments)
    try:
        questions = [one.text for one in read(options.file)][:_ASKED]
    except (OSError, UnicodeDecodeError, BadLine) as fault:
        print(fault, file=sys.stderr)
        return 2
    for measured in _all(questions):
        print(as_text(measured) + "\n", flush=True)
    return 0


def _all(questions: Sequence[str]) -> Iterator[Measured]:
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as processes:
        yield from processes.map(measure, _SIZES, [questions] * len(_SIZES))


def _row(name: str, time: Time, base: Time) -> tuple[str, str, str, str, str]:
    return (
        name,
        f"{time.median:.2f}",
        f"{time.p95:.2f}",
        f"x {time.median / base.median:.1f}",
        f"x {time.p95 / base.p95:.1f}",
    )


if __name__ == "__main__":
    sys.exit(main())
