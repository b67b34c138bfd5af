"""How long calls take, and how much memory the process has had."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import numpy as np

_WARM_UP = 5
_STATUS = Path("/proc/self/status")


@dataclass(frozen=True, slots=True)
class Time:
    """Milliseconds a call."""

    median: float
    p95: float


def summary(seconds: Sequence[float]) -> Time:
    """The median and the 95th percentile, in milliseconds."""
    taken = np.array(seconds) * 1000
    return Time(float(np.median(taken)), float(np.percentile(taken, 95)))


def timed(call: Callable[[str], object], texts: Sequence[str]) -> Time:
    """What ``call`` takes over all texts, after a few calls to warm up."""
    taken = []
    for text in (*texts[:_WARM_UP], *texts):
        start = perf_counter()
        call(text)
        taken.append(perf_counter() - start)
    return summary(taken[len(texts[:_WARM_UP]) :])


async def timed_async(call: Callable[[str], Awaitable[object]], texts: Sequence[str]) -> Time:
    """The same of a call that is awaited, one after the other."""
    taken = []
    for text in (*texts[:_WARM_UP], *texts):
        start = perf_counter()
        await call(text)
        taken.append(perf_counter() - start)
    return summary(taken[len(texts[:_WARM_UP]) :])


def peak_megabytes(status: Path = _STATUS) -> float | None:
    """The most memory this process has had at once; None where the system does not say."""
    try:
        lines = status.read_text("ascii", "replace").splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), None)
