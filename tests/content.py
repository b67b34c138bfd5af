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


_MORE_ITEM = """
  - id: card_{at}
    name: 第{at}种登记
    name_en: Registration of kind {at}
    conditions: [本人申请]
    where: {{tier: [police_station]}}
    sources: [{{ref: W_NEWS, supports: 登记}}]
    confidence: press
    answer_policy: state_with_date
    as_of: 2024-05
"""
_MORE_ENTRY = """id: card_{at}
phrasings:
  zh: {{overview: [怎么办理第{at}种登记]}}
  en: {{overview: [how do I get registration {at}]}}
answers:
  overview:
    staff: {{zh: "{{where.tier}}可以登记。", en: "Ask at: {{where.tier}}."}}
# 完
"""


def grow(root: Path, many: int) -> None:
    """Add ``many`` items with their entries."""
    items = "".join(_MORE_ITEM.format(at=at).lstrip("\n") for at in range(100, 100 + many))
    text = (root / ITEMS).read_text("utf-8")
    (root / ITEMS).write_text(text.replace("# 完\n", f"{items}# 完\n"), "utf-8")
    for at in range(100, 100 + many):
        file = root / f"entries/identity_card/card_{at}.yaml"
        file.write_text(_MORE_ENTRY.format(at=at), "utf-8")


def place(root: Path, name: str, text: str) -> str:
    """Where a text first stands in a file, as problems say it: ``path:line:column``."""
    before = (root / name).read_text("utf-8").partition(text)[0]
    return f"{name}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def catalogue(root: Path) -> Catalogue:
    """The catalogue at ``root``, which must be without faults."""
    content = load(root)
    assert content.catalogue is not None, content.problems
    return content.catalogue
