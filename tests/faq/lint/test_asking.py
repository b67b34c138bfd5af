from pathlib import Path

import pytest

from tests import content
from tests.faq.lint.conftest import Faults

CHANNELS = """channels:
  GAT: {wing: web, acts: [query], only: {book: [card_lost]}, source: L_ID, checked_on: 2026-11-23}
# 完
"""
TURNS = """cases: {lost: [丢了]}
things:
  - words: [卡]
    entries: {lost: card_lost}
asks: {fee: [贵不贵], appointment: [约号]}
general: [card_check]
idle: [card_check]
grave: [lost]
# 完
"""
LEADING = """ways:
  - {words: [找谁], entries: [card_check], otherwise: card_lost}
helpful: [card_lost]
# 完
"""
SAFETY = """danger: {fraud: [card_lost]}
police: [card_check]
lawful: {forgery: [card_lost, card_check]}
# 完
"""
CITY = """id: dalian
name: {zh: 大连, en: Dalian}
plate_prefix: 辽B
channels:
  - {name: 本市, url: "https://gat.ln.gov.cn", serves: [identity_card], acts: [book]}
# 完
"""
FILES = {
    "channels.yaml": CHANNELS,
    "turns.yaml": TURNS,
    "leading.yaml": LEADING,
    "safety.yaml": SAFETY,
    "cities/dalian.yaml": CITY,
}


@pytest.fixture
def asking(tree: Path) -> Path:
    """The small tree with a table of each kind, all of them right."""
    (tree / "cities").mkdir()
    for name, text in FILES.items():
        (tree / name).write_text(text, "utf-8")
    return tree


def test_tables_that_name_what_is_there_are_accepted(asking: Path, faults: Faults) -> None:
    assert faults() == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        pytest.param("channels.yaml", "GAT:", "NONE:", id="channel"),
        pytest.param("channels.yaml", "L_ID", "L_NONE", id="source"),
        pytest.param("channels.yaml", "[card_lost]", "[card_none]", id="item"),
        pytest.param("turns.yaml", "card_lost", "card_none", id="entry"),
        pytest.param("turns.yaml", "{lost: card_lost}", "{gone: card_lost}", id="case"),
        pytest.param("turns.yaml", "general: [card_check]", "general: [gone]", id="general topic"),
        pytest.param("turns.yaml", "idle: [card_check]", "idle: [gone]", id="idle topic"),
        pytest.param("turns.yaml", "grave: [lost]", "grave: [gone]", id="grave case"),
        pytest.param("turns.yaml", "约号", "贵不贵", id="said for two facets"),
        pytest.param("leading.yaml", "[card_check]", "[gone]", id="entry that can serve"),
        pytest.param("leading.yaml", "otherwise: card_lost", "otherwise: gone", id="otherwise"),
        pytest.param("leading.yaml", "[card_lost]", "[gone]", id="helpful entry"),
        pytest.param("safety.yaml", "{fraud: [card_lost]}", "{fraud: [gone]}", id="danger"),
        pytest.param("safety.yaml", "police: [card_check]", "police: [gone]", id="police"),
        pytest.param("safety.yaml", "card_lost, card_check", "card_lost, gone", id="lawful way"),
        pytest.param("cities/dalian.yaml", "gat.ln.gov.cn", "gat.ln.gov.cn.evil.com", id="host"),
    ],
)
def test_a_name_of_what_is_not_there_is_refused(
    asking: Path, faults: Faults, name: str, old: str, new: str
) -> None:
    content.damage(asking, name, old, new)
    assert [(fault.partition(":")[0], fault.partition(": error ")[2]) for fault in faults()] == [
        (name, "asking")
    ]


@pytest.mark.parametrize("old", ["辽B", "大连", "book]"])
def test_a_city_of_another_form_is_refused(asking: Path, faults: Faults, old: str) -> None:
    new = {"辽B": "京A", "大连": "''", "book]": "dance]"}[old]
    content.damage(asking, "cities/dalian.yaml", old, new)
    assert [fault.partition(": ")[2] for fault in faults()] == ["error schema"]
