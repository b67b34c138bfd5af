from pathlib import Path

import pytest

from faq.catalogue import Catalogue
from faq.codes import Answer, Command, Page, decode
from faq.composing import Composer
from faq.menu import Menu
from faq.model import Choice, Facet, Language, Outcome, TextLanguage
from tests import content

PAGE = 8


@pytest.fixture
def small(tree: Path) -> Menu:
    return Menu(Composer(content.catalogue(tree), "zh"), Language.ZH)


@pytest.fixture
def large(shipped: Catalogue) -> Menu:
    return Menu(Composer(shipped, "zh"), Language.ZH)


def entries(choices: tuple[Choice, ...]) -> list[str]:
    return [choice.entry for choice in choices if choice.entry]


def test_the_start_says_what_this_is_and_that_it_is_no_channel_for_emergencies(small: Menu) -> None:
    reply = small.start()
    assert "警务助手" in reply.blocks[0].text
    assert "110" in reply.blocks[1].text
    assert [decode(choice.code) for choice in reply.choices] == [Command("menu")]


def test_the_examples_at_the_start_are_a_list(small: Menu) -> None:
    items = small.start().blocks[0].items
    assert len(items) > 1
    assert [item for item in items if item.startswith("-")] == []


def test_the_menu_shows_categories_that_have_entries_and_all_audiences(small: Menu) -> None:
    reply = small.categories()
    pages = [decode(choice.code) for choice in reply.choices]
    audiences = small.composer.catalogue.phrases["zh"].audiences
    assert reply.outcome is Outcome.GUIDED
    assert pages == [Page("c", "identity_card", 1), *(Page("a", name, 1) for name in audiences)]


def test_a_page_of_a_category_shows_its_entries(small: Menu) -> None:
    reply = small.page(Page("c", "identity_card", 1))
    assert reply is not None
    assert entries(reply.choices) == ["card_lost", "card_check"]
    assert decode(reply.choices[0].code) == Answer("card_lost", Facet.OVERVIEW)


def test_a_page_of_an_audience_shows_only_what_concerns_it(small: Menu) -> None:
    reply = small.page(Page("a", "citizen", 1))
    assert reply is not None
    assert entries(reply.choices) == ["card_lost"]


@pytest.mark.parametrize(
    "page",
    [
        Page("c", "identity_card", 0),
        Page("c", "identity_card", 2),
        Page("c", "traffic", 1),
        Page("a", "nobody", 1),
        Page("a", "tourist", 1),
        Page("a", "identity_card", 1),
    ],
    ids=str,
)
def test_a_page_that_does_not_exist_is_none(small: Menu, page: Page) -> None:
    assert small.page(page) is None


def test_every_audience_of_the_menu_has_a_page(large: Menu) -> None:
    pages = [decode(choice.code) for choice in large.categories().choices]
    empty = [page for page in pages if isinstance(page, Page) and large.page(page) is None]
    assert empty == []


def test_the_pages_of_a_category_show_every_entry_once(large: Menu) -> None:
    ids = large.composer.catalogue.categories["traffic"]
    pages = [large.page(Page("c", "traffic", at)) for at in range(1, -(-len(ids) // PAGE) + 1)]
    assert [name for page in pages if page for name in entries(page.choices)] == list(ids)


@pytest.mark.parametrize(
    ("number", "turns"), [(1, [2]), (2, [1, 3])], ids=["first page", "page between"]
)
def test_a_page_leads_to_its_neighbours_and_to_the_menu(
    large: Menu, number: int, turns: list[int]
) -> None:
    reply = large.page(Page("c", "traffic", number))
    assert reply is not None
    codes = [decode(choice.code) for choice in reply.choices if choice.entry is None]
    assert codes == [*(Page("c", "traffic", turn) for turn in turns), Command("menu")]


def test_the_last_page_leads_only_back(large: Menu) -> None:
    last = -(-len(large.composer.catalogue.categories["traffic"]) // PAGE)
    reply = large.page(Page("c", "traffic", last))
    assert reply is not None
    codes = [decode(choice.code) for choice in reply.choices if choice.entry is None]
    assert codes == [Page("c", "traffic", last - 1), Command("menu")]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_privacy_reply_says_what_is_kept_what_is_not_and_how_to_delete_it(
    shipped: Catalogue, language: TextLanguage
) -> None:
    reply = Menu(Composer(shipped, language), Language(language)).privacy()
    kept, not_kept, delete = reply.blocks
    assert (len(kept.items), len(not_kept.items)) == (5, 3)
    assert "/forget" in delete.text
    assert [decode(choice.code) for choice in reply.choices] == [
        Command("forget"),
        Command("menu"),
    ]
