"""For every shipped entry: the official ways to book and to ask, and what channels do."""

import re

import pytest

from faq.catalogue import Catalogue
from faq.composing import Composer
from faq.linking import may_link
from faq.model import Block, BlockKind, Facet, TextLanguage
from faq.plain import block_text

ACTS: tuple[Facet, ...] = (Facet.APPOINTMENT, Facet.PROGRESS)
LANGUAGES: tuple[TextLanguage, ...] = ("zh", "en")
_DATE = re.compile(r"20\d\d-\d\d-\d\d")
_HOTLINES = ("110", "12345", "12367", "122", "96110")


def told(shipped: Catalogue, entry: str, facet: Facet, language: TextLanguage) -> tuple[Block, ...]:
    return Composer(shipped, language).answer(entry, facet)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("facet", ACTS)
def test_every_entry_names_a_channel_or_says_that_there_is_none_as_of_when(
    shipped: Catalogue, facet: Facet, language: TextLanguage
) -> None:
    act = {Facet.APPOINTMENT: "book", Facet.PROGRESS: "progress"}[facet]
    phrases = shipped.phrases[language].texts
    heads = [phrases[f"{act}_{end}"].partition("{date}") for end in ("ways", "nowhere")]
    bare = []
    for entry in shipped.entries:
        blocks = told(shipped, entry, facet, language)
        ways = [block for block in blocks if block.text.startswith(tuple(one[0] for one in heads))]
        if not ways or not _DATE.search(ways[0].text):
            bare.append(entry)
    assert bare == []


@pytest.mark.parametrize("facet", ACTS)
def test_where_no_channel_serves_there_is_a_window_or_a_telephone(
    shipped: Catalogue, facet: Facet
) -> None:
    lost = []
    for entry in shipped.entries:
        said = "\n".join(map(block_text, told(shipped, entry, facet, "zh")))
        has_way = "手机:" in said or "网页:" in said or "窗口:" in said
        if not has_way and not any(number in said for number in _HOTLINES):
            lost.append(entry)
    assert lost == []


@pytest.mark.parametrize("facet", [*ACTS, Facet.ONLINE, Facet.OVERVIEW, Facet.WHERE])
def test_only_listed_hosts_are_linked(shipped: Catalogue, facet: Facet) -> None:
    links = {
        link.url
        for entry in shipped.entries
        for block in told(shipped, entry, facet, "zh")
        if block.kind is BlockKind.WHERE
        for link in block.links
    }
    assert links
    assert [url for url in links if not may_link(url, shipped.hosts)] == []


def test_what_a_channel_can_do_is_told_online(shipped: Catalogue) -> None:
    for entry in shipped.entries:
        channels = [key for key in shipped.facts[entry].item.channels if key in shipped.uses]
        blocks = told(shipped, entry, Facet.ONLINE, "zh")
        said = "\n".join(map(block_text, blocks))
        for key in channels:
            uses, name = shipped.uses[key], shipped.phrases["zh"].channels[key]
            if uses.acts or any(entry in items for items in uses.only.values()):
                assert f"{name}(" in said, entry


def test_what_is_done_online_only_is_the_same_in_every_city(shipped: Catalogue) -> None:
    compose = Composer(shipped, "zh")
    everywhere = compose.answer("rail_e_temp_proof", Facet.OVERVIEW, "shenyang")
    local = compose.answer("id_card_lost", Facet.WHERE, "dalian")
    assert "沈阳" not in "".join(map(block_text, everywhere))
    assert "大连" in "".join(map(block_text, local))
