import re
from pathlib import Path

import pytest

from faq.catalogue import Catalogue
from faq.composing import Composer
from faq.linking import may_link
from faq.model import Block, BlockKind, Facet, Link, Policy, TextLanguage
from faq.plain import block_text
from faq.schema.catalogue import Item
from tests import content

LANGUAGES: tuple[TextLanguage, ...] = ("zh", "en")
# What follows the answer may name hotlines, apps and sites, whose names hold numbers, and when
# that was checked.
NAMES = re.compile(r"https?://\S+|\d{4}-\d\d-\d\d|(?<!\d)(?:110|119|120|122|12\d{3}|96110)(?!\d)")


def composer(tree: Path, language: TextLanguage = "zh") -> Composer:
    return Composer(content.catalogue(tree), language)


def kinds(blocks: tuple[Block, ...]) -> list[str]:
    return [block.kind.value for block in blocks]


def said(blocks: tuple[Block, ...]) -> str:
    """Everything a citizen can read or open in an answer."""
    links = [link for block in blocks for link in block.links]
    return "\n".join([*map(block_text, blocks), *(f"{link.title} {link.url}" for link in links)])


@pytest.fixture(scope="session")
def answers(shipped: Catalogue) -> dict[tuple[str, Facet, TextLanguage], tuple[Block, ...]]:
    """Every answer that the shipped content can give."""
    return {
        (entry, facet, language): Composer(shipped, language).answer(entry, facet)
        for language in LANGUAGES
        for entry in shipped.entries
        for facet in Facet
    }


Answers = dict[tuple[str, Facet, TextLanguage], tuple[Block, ...]]


def test_the_first_line_answers(tree: Path) -> None:
    first = composer(tree).answer("card_lost", Facet.OVERVIEW)[0]
    assert first == Block(BlockKind.LEAD, "丢了可以补领,派出所、县(区)公安办证大厅都能办。")


def test_the_answer_comes_first_then_where_then_notes_and_the_source_last(tree: Path) -> None:
    blocks = composer(tree).answer("card_lost", Facet.OVERVIEW)
    assert kinds(blocks) == ["lead", "list", "text", "where", "note", "source"]


def test_lines_with_a_dash_are_a_list_below_their_heading(tree: Path) -> None:
    block = composer(tree).answer("card_lost", Facet.OVERVIEW)[1]
    assert block == Block(BlockKind.LIST, "要带的:", ("户口簿", "相片回执1张"))


def test_a_list_without_a_heading_begins_with_the_answer(tree: Path) -> None:
    content.damage(tree, content.LOST, "补领收费{fee.amount}。", "{materials}")
    first, second, *_ = composer(tree).answer("card_lost", Facet.FEE)
    assert (first.text, second.items) == ("户口簿", ("相片回执1张",))


def test_the_law_the_sources_and_the_date_stand_together_at_the_end(tree: Path) -> None:
    last = composer(tree).answer("card_lost", Facet.FEE)[-1].text
    law, sources = last.splitlines()
    assert "居民身份证法第十一条" in law
    assert ["《居民身份证法》" in sources, "2011-10-29" in sources, "2026-11-23" in sources] == [
        True,
        True,
        True,
    ]


def test_the_strongest_source_stands_first(tree: Path) -> None:
    titles = [source.title for source in composer(tree).sources("card_lost")]
    assert titles == ["居民身份证法", "某报报道"]


def test_a_source_is_linked_only_where_its_address_may_be_shown(tree: Path) -> None:
    urls = [source.url for source in composer(tree).sources("card_lost")]
    assert urls == ["https://www.gov.cn/law", None]


def test_a_source_on_a_host_that_is_not_listed_is_not_linked(tree: Path) -> None:
    content.damage(tree, content.SOURCES, "https://www.gov.cn/law", "https://www.gov.cn.evil.com/")
    assert composer(tree).sources("card_lost")[0].url is None


def test_a_channel_with_an_address_is_a_link_and_one_without_is_named(tree: Path) -> None:
    compose = composer(tree)
    where = next(
        block
        for block in compose.answer("card_lost", Facet.ONLINE)
        if block.kind is BlockKind.WHERE
    )
    names = compose.catalogue.phrases["zh"].channels
    assert where.links == (Link(names["GAT"], "https://gat.ln.gov.cn"),)
    assert names["LNAPP"] in where.text


def test_a_facet_without_facts_says_so_and_names_a_channel(tree: Path) -> None:
    compose = composer(tree)
    blocks = compose.answer("card_lost", Facet.AGENT)
    assert kinds(blocks) == ["lead", "text", "where", "note", "source"]
    assert blocks[0].text == compose.phrase("not_stated", name="身份证补领", facet="代办")
    assert [link.url for link in blocks[2].links] == ["https://gat.ln.gov.cn"]


def test_a_facet_without_facts_of_an_item_without_hotline_names_the_general_one(
    tree: Path,
) -> None:
    assert "12345" in said(composer(tree).answer("card_check", Facet.FEE)[1:-1])


def test_an_answer_does_not_repeat_the_tiers_that_it_names_itself(tree: Path) -> None:
    text = said(composer(tree).answer("card_lost", Facet.OVERVIEW))
    assert text.count("县(区)公安办证大厅") == 1


def test_stated_are_the_facets_that_have_an_answer(tree: Path) -> None:
    assert composer(tree).stated("card_lost") == (Facet.OVERVIEW, Facet.FEE)


def test_an_item_stated_with_its_date_shows_it(tree: Path) -> None:
    compose = composer(tree)
    note = Block(BlockKind.NOTE, compose.phrase("dated", date="2024-05"))
    assert note in compose.answer("card_check", Facet.OVERVIEW)


def test_an_item_stated_with_its_date_that_has_none_shows_when_it_was_compiled(tree: Path) -> None:
    content.damage(tree, content.ITEMS, "    as_of: 2024-05\n", "")
    compose = composer(tree)
    note = Block(BlockKind.NOTE, compose.phrase("dated", date="2026-11-23"))
    assert note in compose.answer("card_check", Facet.OVERVIEW)


def test_an_item_that_may_only_refer_says_so_and_shows_the_way(tree: Path) -> None:
    content.damage(tree, content.ITEMS, "policy: state\n", "policy: refer_only\n")
    compose = composer(tree)
    blocks = compose.answer("card_lost", Facet.FEE)
    assert Block(BlockKind.NOTE, compose.phrase("refer_only")) in blocks
    assert BlockKind.WHERE in [block.kind for block in blocks]


@pytest.mark.parametrize("facet", Facet)
def test_an_item_that_may_only_refer_shows_no_figures(tree: Path, facet: Facet) -> None:
    content.damage(tree, content.ITEMS, "policy: state\n", "policy: refer_only\n")
    blocks = composer(tree).answer("card_lost", facet)[:-1]
    assert re.findall(r"\d", NAMES.sub("", said(blocks))) == []


def test_an_item_that_may_only_refer_does_not_show_the_figures_of_another(tree: Path) -> None:
    content.damage(tree, content.ITEMS, "policy: state_with_date", "policy: refer_only")
    content.damage(tree, content.CHECK, "{where.tier}可以核查。", "补领收{card_lost:fee.amount}。")
    assert "40元" not in said(composer(tree).answer("card_check", Facet.OVERVIEW))


def test_a_hidden_list_of_tiers_is_not_shown_and_the_rest_is(tree: Path) -> None:
    content.damage(tree, content.ITEMS, "[validity]", "[where]")
    blocks = composer(tree).answer("card_check", Facet.FEE)
    assert "派出所" not in said(blocks[2:])


def test_an_answer_whose_reference_stands_for_nothing_is_not_stated(tree: Path) -> None:
    content.damage(tree, content.LOST, "补领收费{fee.amount}", "补领收费{fees}")
    compose = composer(tree)
    lead = compose.phrase("not_stated", name="身份证补领", facet="多少钱")
    assert compose.answer("card_lost", Facet.FEE)[0].text == lead


def test_nothing_unverified_is_shown_of_the_small_tree(tree: Path) -> None:
    for old in ("补领收费{fee.amount}。", "丢了可以补领,"):
        content.damage(tree, content.LOST, old, old + "{unverified.materials}")
    shown = "".join(said(composer(tree).answer("card_lost", facet)) for facet in Facet)
    assert [word for word in ("照片9张", "99元", "周末") if word in shown] == []


def test_an_item_without_sources_does_not_announce_any(tree: Path) -> None:
    content.damage(tree, content.ITEMS, "    sources: [{ref: W_NEWS, supports: 核查}]\n", "")
    compose = composer(tree)
    nothing = compose.phrase("sources", sources="", compiled="2026-11-23")
    assert nothing not in compose.answer("card_check", Facet.OVERVIEW)[-1].text


@pytest.mark.parametrize(
    ("topic", "zh", "en"),
    [
        ("card_lost", "身份证补领", "Identity card replacement"),
        ("bank", "银行业务", "Banking"),
        ("dream", "解梦", "Dreams"),
    ],
)
def test_a_topic_is_called_by_its_name(tree: Path, topic: str, zh: str, en: str) -> None:
    assert (composer(tree).name(topic), composer(tree, "en").name(topic)) == (zh, en)


def test_every_shipped_answer_begins_with_a_line_and_ends_with_its_source(
    answers: Answers,
) -> None:
    odd = [
        asked
        for asked, blocks in answers.items()
        if blocks[0].kind is not BlockKind.LEAD
        or not blocks[0].text
        or blocks[-1].kind is not BlockKind.SOURCE
    ]
    assert odd == []


def test_every_shipped_item_that_states_something_has_a_source(shipped: Catalogue) -> None:
    stating = [
        name for name, facts in shipped.facts.items() if facts.policy is not Policy.REFER_ONLY
    ]
    assert [name for name in stating if not Composer(shipped, "zh").sources(name)] == []


def test_no_shipped_answer_shows_a_brace(answers: Answers) -> None:
    assert [asked for asked, blocks in answers.items() if re.search(r"[{}]", said(blocks))] == []


def test_every_shipped_link_is_to_a_listed_host(shipped: Catalogue, answers: Answers) -> None:
    urls = {link.url for blocks in answers.values() for block in blocks for link in block.links}
    assert [url for url in sorted(urls) if not may_link(url, shipped.hosts)] == []


def test_no_shipped_answer_says_another_address(shipped: Catalogue, answers: Answers) -> None:
    urls = {url for blocks in answers.values() for url in re.findall(r"https?://\S+", said(blocks))}
    assert [url for url in sorted(urls) if not may_link(url, shipped.hosts)] == []


def test_no_shipped_item_that_may_only_refer_shows_figures(
    shipped: Catalogue, answers: Answers
) -> None:
    channels = {
        name for language in LANGUAGES for name in shipped.phrases[language].channels.values()
    }
    names = sorted({*channels, *(facts.item.name for facts in shipped.facts.values())}, key=len)
    told = set()
    for (entry, facet, _), blocks in answers.items():
        if shipped.facts[entry].policy is Policy.REFER_ONLY:
            text = said(tuple(block for block in blocks if block.kind is not BlockKind.SOURCE))
            for name in reversed(names):
                text = text.replace(name, "")
            if re.search(r"\d", NAMES.sub("", text)):
                told.add((entry, facet.value))
    assert sorted(told) == []


def test_every_shipped_item_stated_with_its_date_shows_it(
    shipped: Catalogue, answers: Answers
) -> None:
    silent = [
        asked
        for asked, blocks in answers.items()
        if (facts := shipped.facts[asked[0]]).policy is Policy.STATE_WITH_DATE
        and (facts.item.as_of or shipped.compiled) not in said(blocks)
    ]
    assert silent == []


def lines(item: Item, *, verified: bool) -> list[str]:
    """The words of an item's facts, the verified or the unverified ones."""
    facts = item if verified else item.unverified
    steps, place, time, fee = facts.steps, facts.where, facts.time_limit, facts.fee
    listed = (*facts.conditions, *facts.materials, *facts.legal_basis, *facts.pitfalls)
    single = (place.note, time.statutory, time.promised, fee.amount, fee.basis, facts.validity)
    done = (*steps.online, *steps.self_service, *steps.window)
    return [line for line in (*listed, *done, *single) if line]


def test_nothing_unverified_is_ever_shown(shipped: Catalogue, answers: Answers) -> None:
    channels = [*shipped.phrases["zh"].channels.values()]
    items = [facts.item for facts in shipped.facts.values()]
    stated = [line for item in items for line in lines(item, verified=True)]
    verified = "\n".join([*stated, *channels, *(item.name for item in items)])
    unverified = {line for item in items for line in lines(item, verified=False)}
    telling = {line for line in unverified if line not in verified and tells(line, channels)}
    everything = "\n".join(said(blocks) for blocks in answers.values())
    assert len(telling) > 100
    assert [line for line in sorted(telling) if line in everything] == []


def tells(line: str, channels: list[str]) -> bool:
    """Whether a line says more than where; 自助机 alone stands in many answers."""
    for name in channels:
        line = line.replace(name, "")
    return len(line) > 3


def test_an_answer_that_exists_only_in_chinese_is_given_in_chinese(tree: Path) -> None:
    content.damage(tree, content.LOST, 'en: "A new card costs {fee.amount}."', "en: ~")
    compose = composer(tree, "en")
    lead, text, *_ = compose.answer("card_lost", Facet.FEE)
    assert lead.text == compose.phrase("chinese_only")
    assert text.text == "补领收费40元。"


@pytest.mark.parametrize(
    ("language", "said_so"), [("zh", "有效到 2027-12-31"), ("en", "Valid until")]
)
def test_an_answer_says_until_when_it_is_valid(
    tree: Path, language: TextLanguage, said_so: str
) -> None:
    content.damage(tree, content.ITEMS, "as_of: 2024-05", "valid_until: 2027-12-31")
    assert said_so in said(composer(tree, language).answer("card_check", Facet.OVERVIEW))
