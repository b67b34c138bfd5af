"""A valid content tree of two items (tests/small_content), for tests to damage."""

import shutil
from pathlib import Path

from faq.assembly import load
from faq.catalogue import PACKAGED, Catalogue

ITEMS = "catalogue/identity_card.yaml"
SOURCES = "catalogue/sources.yaml"
LOST = "entries/identity_card/card_lost.yaml"
CHECK = "entries/identity_card/card_check.yaml"

_SMALL = Path(__file__).parent / "small_content"


def write(root: Path) -> Path:
    """Write the tree; its fixed phrases are the shipped ones, which the code names."""
    shutil.copytree(_SMALL, root)
    shutil.copytree(PACKAGED / "phrases", root / "phrases")
    return root


def damage(root: Path, name: str, old: str, new: str) -> None:
    """Replace a text that stands exactly once in a file."""
    text = (root / name).read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    (root / name).write_text(text.replace(old, new), "utf-8")


def place(root: Path, name: str, text: str) -> str:
    """Where a text first stands in a file, as problems say it: ``path:line:column``."""
    before = (root / name).read_text("utf-8").partition(text)[0]
    return f"{name}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def catalogue(root: Path) -> Catalogue:
    """The catalogue at ``root``, which must be without faults."""
    content = load(root)
    assert content.catalogue is not None, content.problems
    return content.catalogue
