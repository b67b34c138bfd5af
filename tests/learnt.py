"""What the tests learn from the shipped content, once a run: `python -m tests.learnt FOLDER`.

`script/test` has it learnt beside all else, and says where by ``FOLDER``; who needs it waits.
"""

import fcntl
import os
import sys
from pathlib import Path

from bot.kept import Kept
from faq.assembly import load
from faq.catalogue import Catalogue
from faq.matching.matcher import Matcher, key_of

FOLDER = "JINGWU_TESTS_LEARNT"


def folder(otherwise: Path) -> Path:
    """Where it is kept: where `script/test` says, or ``otherwise``."""
    return Path(os.environ.get(FOLDER) or otherwise)


def learn(catalogue: Catalogue, folder: Path) -> Kept:
    """What was learnt from the content, by this process or another."""
    folder.mkdir(exist_ok=True)
    kept = Kept(folder)
    with (folder / "learning").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if kept.arrays(key_of(catalogue)) is None:
            kept.keep(Matcher(catalogue).learned.arrays())
    return kept


def main() -> int:
    """Learn into the folder named; 1 if the content has errors."""
    catalogue = load().catalogue
    if catalogue is not None:
        learn(catalogue, Path(sys.argv[1]))
    return 0 if catalogue is not None else 1


if __name__ == "__main__":
    sys.exit(main())
