"""Every way through the further guides, with the sheet that was written down for it by hand."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from faq.catalogue import Catalogue
from faq.composing import Composer
from faq.guides.decision import paths
from faq.guiding.conversation import Conversation
from faq.model import Block, BlockKind, Language, Reply
from faq.plain import block_text

EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "sheets.yaml").read_text("utf-8")
)
WAYS = [(name, way, sheet) for name, ways in EXPECTED.items() for way, sheet in ways.items()]
IDS = [f"{name} {way}" for name, way, _ in WAYS]
_DATED = {BlockKind.SOURCE}


def read(way: str) -> dict[str, str]:
    """The answers of a way, as ``question=option`` pairs."""
    return dict(pair.split("=") for pair in way.split())


def walked(shipped: Catalogue, name: str, way: str, language: Language) -> Reply:
    conversation = Conversation(Composer(shipped, language.text), language)
    return conversation.go_on(shipped.guides[name], read(way))


def sheet_text(blocks: tuple[Block, ...]) -> str:
    """The sheet without what was said to get there and without its sources."""
    lead, _known, *rest = blocks
    return "\n".join(block_text(one) for one in (lead, *rest) if one.kind not in _DATED)


@pytest.mark.parametrize(("name", "way", "sheet"), WAYS, ids=IDS)
def test_a_way_ends_in_its_sheet(
    shipped: Catalogue, name: str, way: str, sheet: dict[str, Any]
) -> None:
    reply = walked(shipped, name, way, Language.ZH)
    said = sheet_text(reply.blocks)
    assert reply.entry == sheet["entry"]
    assert [fact for fact in sheet["says"] if fact not in said] == []
    assert [fact for fact in sheet["never"] if fact in said] == []


@pytest.mark.parametrize(("name", "way", "sheet"), WAYS, ids=IDS)
def test_in_english_it_is_the_same_sheet(
    shipped: Catalogue, name: str, way: str, sheet: dict[str, Any]
) -> None:
    reply = walked(shipped, name, way, Language.EN)
    said = sheet_text(reply.blocks)
    assert reply.entry == sheet["entry"]
    calls = [one for one in sheet["says"] if one in ("110", "120", "122", "96110", "12367")]
    assert [number for number in calls if number not in said] == []


@pytest.mark.parametrize("name", EXPECTED)
def test_no_way_is_without_its_sheet(shipped: Catalogue, name: str) -> None:
    ways = {
        " ".join("=".join(pair) for pair in path)
        for path, _ in paths(shipped.guides[name].node({}))
    }
    assert ways == set(EXPECTED[name])


def test_no_guide_is_without_sheets(shipped: Catalogue) -> None:
    """The temporary identity has tests of its own, one a rule."""
    assert shipped.guides.keys() - {"temporary_id"} == EXPECTED.keys()
