"""Files that are too large, too many, or no files at all."""

import os
from collections.abc import Callable
from pathlib import Path

from faq.files import MAX_FILES
from faq.loader import MAX_BYTES
from tests.broken_trees.fault import Done, Replaced, Row
from tests.broken_trees.reading import END
from tests.content import LOST


def _filled(name: str, data: bytes) -> Callable[[Path], object]:
    return lambda root: (root / name).write_bytes(data)


def _sparse(root: Path) -> None:
    with (root / LOST).open("r+b") as file:
        file.truncate(50_000_000)


def _many(root: Path) -> None:
    for at in range(MAX_FILES + 1):
        (root / f"frames/f{at}.yaml").touch()


def _linked(name: str, to: str) -> Callable[[Path], object]:
    def link(root: Path) -> None:
        (root / name).unlink()
        (root / name).symlink_to(to)

    return link


def _linked_folder(root: Path) -> None:
    (root / "frames").rename(root.parent / "elsewhere")
    (root / "frames").symlink_to(root.parent / "elsewhere")


def _pipe(root: Path) -> None:
    (root / LOST).unlink()
    os.mkfifo(root / LOST)


def _folder(root: Path) -> None:
    (root / "hosts.yaml").unlink()
    (root / "hosts.yaml").mkdir()


TOO_LARGE = Done(
    "D14",
    [
        ("50-megabytes", LOST, "size", _sparse),
        ("one-byte-too-many", LOST, "size", _filled(LOST, b"#" * MAX_BYTES + b"\n" + END)),
        (
            "100000-values",
            "words.yaml",
            "size",
            _filled("words.yaml", b"fillers:\n" + b"- a\n" * 100_000 + END),
        ),
        ("too-many-files", "", "size", _many),
    ],
)
TOO_LONG = Replaced(
    "D14",
    LOST,
    [
        ("schema", "A new card costs {fee.amount}.", "x" * 400_000),
        ("schema", "A new card costs {fee.amount}.", "x" * 4_001),
        ("size", "A new card costs {fee.amount}.", "x" * 1_000_000),
    ],
)
NO_FILES = Done(
    "D16",
    [
        ("link-to-a-file", LOST, "file", _linked(LOST, "card_check.yaml")),
        ("link-to-etc-passwd", "words.yaml", "file", _linked("words.yaml", "/etc/passwd")),
        ("link-to-a-device", "hosts.yaml", "file", _linked("hosts.yaml", "/dev/zero")),
        ("link-to-nothing", "hosts.yaml", "file", _linked("hosts.yaml", "none")),
        ("linked-folder", "frames", "file", _linked_folder),
        ("pipe", LOST, "file", _pipe),
        ("folder", "hosts.yaml", "file", _folder),
        ("missing", "hosts.yaml", "file", lambda root: (root / "hosts.yaml").unlink()),
        ("wrong-place", "entries/x.yaml", "file", _filled("entries/x.yaml", END)),
        ("wrong-ending", "frames/x.yml", "file", _filled("frames/x.yml", END)),
    ],
)
ROWS: tuple[Row, ...] = (TOO_LARGE, TOO_LONG, NO_FILES)
