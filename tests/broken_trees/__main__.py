"""Have every broken tree checked by a process of its own; prints how long and how much memory."""

import os
import re
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests import broken_trees, content
from tests.broken_trees.fault import Fault

SECONDS, MEGABYTES = 2.0, 50.0
_PLACE = re.compile(r"^(\S+):(\d+):(\d+): error (\w+): ", re.MULTILINE)


class Checked(NamedTuple):
    """How a tree was checked: what was printed, how long it took, how long the processor worked
    on it, and the most memory it held.
    """

    status: int
    printed: str
    seconds: float
    worked: float
    megabytes: float

    def names(self, path: str, rule: str) -> bool:
        """Whether a problem of ``rule`` in ``path`` was printed, with its place."""
        return any(
            found[0].endswith(path) and found[3] == rule for found in _PLACE.findall(self.printed)
        )


def check(root: Path) -> Checked:
    """Run `jingwu check` on a tree."""
    with tempfile.TemporaryFile() as out:
        began = time.monotonic()
        command = [sys.executable, "-m", "bot", "check", "--content", str(root)]
        actions = [(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, out.fileno(), 2)]
        process = os.posix_spawn(sys.executable, command, os.environ, file_actions=actions)
        _, status, used = os.wait4(process, 0)
        seconds = time.monotonic() - began
        out.seek(0)
        printed = out.read().decode("utf-8", "replace")
    worked = used.ru_utime + used.ru_stime
    megabytes = used.ru_maxrss / 1024
    return Checked(os.waitstatus_to_exitcode(status), printed, seconds, worked, megabytes)


def main() -> int:
    """Check all; 1 if one was not refused as it should be."""
    with tempfile.TemporaryDirectory() as folder:
        sound = check(content.write(Path(folder) / "sound"))
        print(f"sound tree: {_said(sound, sound)}, {sound.megabytes:.0f} MB in all")
        found = {fault: check(_put(Path(folder), fault)) for fault in broken_trees.every()}
    failed = [fault for fault, one in found.items() if not _is_well(fault, one, sound)]
    for fault in failed:
        print(f"{fault.name}: {_said(found[fault], sound)}\n{found[fault].printed[-500:]}")
    slowest = max(one.seconds for one in found.values())
    largest = max(one.megabytes for one in found.values()) - sound.megabytes
    print(
        f"{len(found)} broken trees, {len(found) - len(failed)} refused with their place in time; "
        f"slowest {slowest:.2f} s, most memory {largest:+.0f} MB over the sound tree"
    )
    return 1 if failed else 0


def _put(folder: Path, fault: Fault) -> Path:
    return broken_trees.broken(content.write(folder / fault.name), fault)


def _is_well(fault: Fault, found: Checked, sound: Checked) -> bool:
    is_refused = found.status == 1 and found.names(fault.path, fault.rule)
    is_small = found.megabytes - sound.megabytes <= MEGABYTES
    return is_refused and is_small and found.seconds <= SECONDS


def _said(found: Checked, sound: Checked) -> str:
    more = found.megabytes - sound.megabytes
    return f"exit {found.status}, {found.seconds:.2f} s ({found.worked:.2f} s CPU), {more:+.0f} MB"


if __name__ == "__main__":
    sys.exit(main())
