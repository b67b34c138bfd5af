"""What the catalogue itself calls its items must lead to them, and 怎么办 to what is told first."""

from collections.abc import Iterator

import pytest

from faq.assistant import Knowledge
from faq.model import Facet, Kind

ASKS = ("吗", "办", "哪", "没", "了", "怎么", "几", "能")  # an alias that is a question already


def aliases(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    for entry, facts in knowledge.catalogue.facts.items():
        if entry in knowledge.catalogue.entries:
            for alias in facts.item.aliases:
                if not alias.isascii() and not any(word in alias for word in ASKS):
                    yield entry, alias


def test_of_a_hundred_aliases_ninety_five_find_their_entry_first_or_are_asked_back(
    knowledge: Knowledge,
) -> None:
    named = [(entry, knowledge.matcher.search(alias)[0]) for entry, alias in aliases(knowledge)]
    found = [
        best.topic in (entry, *knowledge.catalogue.twins(entry)) or best.kind is Kind.CLARIFICATION
        for entry, best in named
    ]
    assert sum(found) >= 0.95 * len(found)


@pytest.mark.parametrize("how", ["怎么办", "咋整", "怎么弄"])
def test_of_a_hundred_aliases_with_a_how_ninety_seven_ask_the_overview(
    knowledge: Knowledge, how: str
) -> None:
    matches = [
        (entry, knowledge.matcher.search(f"{alias}{how}")[0]) for entry, alias in aliases(knowledge)
    ]
    facets = [best.facet for entry, best in matches if best.topic == entry]
    assert facets.count(Facet.OVERVIEW) >= 0.97 * len(facets)


@pytest.mark.parametrize(
    "text",
    [
        "身份证到期了怎么换",
        "身份证到期怎么换",
        "驾照到期了怎么换",
        "护照到期了怎么换",
        "港澳通行证过期了咋换",
    ],
)
def test_how_something_that_ends_is_renewed_is_told_as_a_whole(
    knowledge: Knowledge, text: str
) -> None:
    assert knowledge.matcher.search(text)[0].facet is Facet.OVERVIEW
