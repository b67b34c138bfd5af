from pathlib import Path

import pytest

from faq.catalogue import Catalogue, answer_text, texts
from faq.model import Facet
from tests import content

DELIVERED = Path(__file__).with_name("delivered_ids.txt").read_text("utf-8").split()


def test_an_entry_stands_in_the_category_of_its_item(tree: Path) -> None:
    assert content.catalogue(tree).category_of("card_check") == "identity_card"


def test_the_staff_text_is_the_answer_where_there_is_one(tree: Path) -> None:
    built = "overview:\n    built: {zh: 生成的, en: built}\n    digest: 000000000000\n"
    content.damage(tree, content.CHECK, "answers:\n  overview:\n", f"answers:\n  {built}")
    entry = content.catalogue(tree).entries["card_check"]
    assert answer_text(entry, Facet.OVERVIEW, "en") == "Ask at: {where.tier}."


def test_the_built_text_answers_where_staff_wrote_none(tree: Path) -> None:
    content.damage(tree, content.LOST, "  fee:\n    staff:", "  fee:\n    built:")
    entry = content.catalogue(tree).entries["card_lost"]
    assert answer_text(entry, Facet.FEE, "zh") == "补领收费{fee.amount}。"


def test_a_facet_without_a_text_has_no_answer(tree: Path) -> None:
    entry = content.catalogue(tree).entries["card_lost"]
    assert answer_text(entry, Facet.AGENT, "zh") is None


def test_every_text_is_listed_with_what_it_answers(tree: Path) -> None:
    listed = texts(content.catalogue(tree).entries.values())
    assert [(entry, facet.value, language) for entry, facet, language, _ in listed] == [
        ("card_check", "overview", "zh"),
        ("card_check", "overview", "en"),
        ("card_lost", "overview", "zh"),
        ("card_lost", "overview", "en"),
        ("card_lost", "fee", "zh"),
        ("card_lost", "fee", "en"),
    ]


def test_every_delivered_item_is_in_the_shipped_content(shipped: Catalogue) -> None:
    assert len(DELIVERED) == 188
    assert sorted(set(DELIVERED) - shipped.facts.keys()) == []


def test_every_delivered_item_has_an_entry_in_the_shipped_content(shipped: Catalogue) -> None:
    assert sorted(set(DELIVERED) - shipped.entries.keys()) == []


@pytest.mark.parametrize("table", ["texts", "facets", "categories", "audiences", "tiers"])
def test_the_shipped_phrases_have_the_same_keys_in_both_languages(
    shipped: Catalogue, table: str
) -> None:
    zh, en = (set(getattr(shipped.phrases[language], table)) for language in ("zh", "en"))
    assert zh ^ en == set()
