"""Run one trial or all; each prints what it found."""

import argparse
import asyncio
import logging
import time
from collections.abc import Callable, Coroutine
from functools import partial

from benchmarks.reliability import attacks, crashes, deliveries, disks, floods, outages, rates

TRIALS: dict[str, Callable[[], Coroutine[None, None, None]]] = {
    **{
        f"kill-{how}-{database}": partial(crashes.kill, how, database)
        for how in ("webhook", "polling")
        for database in ("sqlite", "postgres")
    },
    "term": crashes.term,
    "order": crashes.order,
    "storm": deliveries.storm,
    "malformed": deliveries.malformed,
    "memory": deliveries.memory,
    "memory-short": partial(deliveries.memory, 60_000),
    "faults": outages.faults,
    "poison": outages.poison,
    "outage": outages.outage,
    "slow": attacks.slow,
    "disk": disks.disk,
    "full": floods.full,
    "flood": floods.flood,
    "rate": rates.rate,
    "load": rates.load,
}


def main() -> None:
    """Run."""
    parser = argparse.ArgumentParser(prog="script/bench reliability", description=__doc__)
    parser.add_argument("name", nargs="?", choices=sorted(TRIALS))
    chosen = parser.parse_args().name
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    for name, trial in TRIALS.items():
        if chosen in (None, name):
            begun = time.monotonic()
            asyncio.run(trial())
            print(f"({name}: {time.monotonic() - begun:.0f} s)", flush=True)


if __name__ == "__main__":
    main()
