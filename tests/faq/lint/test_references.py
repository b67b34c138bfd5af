from pathlib import Path

import pytest

from tests import content
from tests.faq.lint.conftest import Faults


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        pytest.param("related: [card_check]", "related: [card_none]", "card_none", id="item"),
        pytest.param("[LNAPP, GAT]", "[LNAPP, NONE]", "NONE", id="channel"),
        pytest.param("{ref: L_ID,", "{ref: L_NONE,", "{ref: L_NONE", id="source"),
    ],
)
def test_a_reference_to_what_is_not_there_is_refused(
    tree: Path, faults: Faults, old: str, new: str, at: str
) -> None:
    content.damage(tree, content.ITEMS, old, new)
    assert f"{content.place(tree, content.ITEMS, at)}: error references" in faults()


def test_a_tier_without_a_name_is_refused(tree: Path, faults: Faults) -> None:
    content.damage(tree, content.ITEMS, "[police_station, county_hall]", "[police_station, moon]")
    assert f"{content.place(tree, content.ITEMS, 'moon')}: error references" in faults()


def test_an_entry_without_an_item_is_refused(tree: Path, faults: Faults) -> None:
    other = "entries/identity_card/card_none.yaml"
    text = (tree / content.CHECK).read_text("utf-8").replace("核查", "查验")
    (tree / other).write_text(text.replace("id: card_check", "id: card_none"), "utf-8")
    assert f"{other}:1:1: error references" in faults()


def test_an_entry_without_an_item_that_refers_to_another_is_refused(
    tree: Path, faults: Faults
) -> None:
    other = "entries/identity_card/card_none.yaml"
    text = "id: card_none\nanswers: {fee: {staff: {zh: '{card_lost:fee.amount}'}}}\n# 完\n"
    (tree / other).write_text(text, "utf-8")
    assert f"{other}:1:1: error references" in faults()


def test_a_channel_without_a_name_in_one_language_is_refused(tree: Path, faults: Faults) -> None:
    content.damage(tree, "phrases/zh.yaml", "  GAT: ", "  GATE: ")
    assert f"{content.place(tree, content.ITEMS, 'GAT]')}: error references" in faults()


def test_content_without_the_hotline_for_everything_is_refused(tree: Path, faults: Faults) -> None:
    content.damage(tree, "hotlines.yaml", 'number: "12345"', 'number: "12346"')
    assert faults() != []


def test_a_part_of_an_answer_that_needs_an_unknown_field_is_refused(
    tree: Path, faults: Faults
) -> None:
    content.damage(tree, "facets.yaml", "needs: [fee.amount]", "needs: [fee.amont]")
    assert [fault.partition(":")[0] for fault in faults()] == ["facets.yaml"]


@pytest.mark.parametrize(
    ("old", "new"),
    [("{tiers}", "{tier}"), ("{tiers}", "{tiers"), ("{tiers}", "{}")],
    ids=["another name", "open brace", "no name"],
)
def test_a_fixed_phrase_with_a_wrong_value_is_refused(
    tree: Path, faults: Faults, old: str, new: str
) -> None:
    content.damage(tree, "phrases/zh.yaml", old, new)
    assert faults() != []


def test_an_item_without_an_entry_is_refused(tree: Path, faults: Faults) -> None:
    (tree / content.CHECK).unlink()
    assert f"{content.ITEMS}:1:1: error references" in faults()


def test_a_twin_that_is_no_entry_is_refused(tree: Path, faults: Faults) -> None:
    content.damage(
        tree, content.CHECK, "id: card_check\n", "id: card_check\nsame_as: [card_none]\n"
    )
    assert faults() == [f"{content.place(tree, content.CHECK, 'card_none')}: error references"]


@pytest.mark.parametrize("name", ["identity_card", "citizen", "overview"])
def test_what_menus_show_has_a_name_in_both_languages(
    tree: Path, faults: Faults, name: str
) -> None:
    phrases = tree / "phrases/en.yaml"
    lines = phrases.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(f"  {name}: ")]
    phrases.write_text("".join(kept), "utf-8")
    assert (len(lines) - len(kept), faults() != []) == (1, True)


@pytest.mark.parametrize("name", ["not_stated", "unknown_choice", "welcome"])
def test_a_fixed_phrase_that_one_language_lacks_is_refused(
    tree: Path, faults: Faults, name: str
) -> None:
    content.damage(tree, "phrases/en.yaml", f"  {name}: ", f"  {name}s: ")
    assert faults() != []
