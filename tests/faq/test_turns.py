from dataclasses import replace
from pathlib import Path

import pytest

from faq.catalogue import Catalogue
from faq.schema.city import CityFile
from faq.schema.entry import FullTexts
from faq.schema.turns import Thing, TurnsFile
from faq.turns import Turns
from tests import content

TURNS = TurnsFile(
    small=("那", "呢", "的"),
    cases={"lost": ("丢了",), "check": ("查", "有芯片"), "twice": ("丢了", "坏了")},
    mere=("我",),
    grave=("lost",),
    things=(
        Thing(words=("卡",), entries={"lost": "card_lost", "check": "card_check"}),
        Thing(words=("证",), entries={"lost": "gone", "check": "card_check"}),
    ),
)
CHAOYANG = CityFile(
    id="chaoyang",
    name=FullTexts(zh="朝阳", en="Chaoyang"),
    said=("chao yang",),
    unless=("朝阳区",),
    plate_prefix="辽N",
)


@pytest.fixture
def turns(tree: Path) -> Turns:
    small = content.catalogue(tree)
    return Turns(replace(small, turns=TURNS, cities={"chaoyang": CHAOYANG}))


@pytest.mark.parametrize("text", ["朝阳呢", "那朝阳的呢", "Chaoyang", "chao yang?", "辽N", "辽n呢"])
def test_a_city_is_known_by_its_names_and_its_plates(turns: Turns, text: str) -> None:
    assert (turns.read(text).city, turns.read(text).rest) == ("chaoyang", "")


@pytest.mark.parametrize("text", ["朝阳区", "北京", "unchaoyang"])
def test_what_only_looks_like_a_city_is_none(turns: Turns, text: str) -> None:
    assert turns.read(text).city is None


def test_the_rest_is_what_else_is_said(turns: Turns) -> None:
    assert turns.read("那卡丢了多少钱呢").rest == "多少钱"


def test_what_is_not_there_is_no_case(turns: Turns) -> None:
    assert [turns.read(text).cases for text in ("有芯片", "没有芯片")] == [("check",), ()]


def test_another_case_of_the_same_thing(turns: Turns) -> None:
    assert turns.entry(turns.read("那查呢"), "card_lost") == "card_check"


def test_a_case_of_the_thing_before_goes_before_the_same_case_of_another(turns: Turns) -> None:
    cards = replace(turns.read("丢了"), things=(1,), cases=("check",))
    assert turns.entry(cards, "card_lost") == "card_check"


def test_the_same_case_of_another_thing_that_has_no_entry_is_nothing(turns: Turns) -> None:
    assert turns.entry(turns.read("证呢"), "card_lost") is None


def test_what_is_the_case_already_stays_with_the_entry(turns: Turns) -> None:
    assert turns.entry(turns.read("卡丢了呢"), "card_lost") == "card_lost"


@pytest.mark.parametrize(
    ("text", "is_harmless"),
    [("我卡坏了", True), ("我卡丢了", False), ("我卡坏了快来", False), ("我", False)],
    ids=["a case", "a grave case", "a case and more", "no case"],
)
def test_a_case_and_no_more_is_no_cry_for_help(turns: Turns, text: str, is_harmless: bool) -> None:
    assert turns.is_harmless(text) is is_harmless


def test_an_entry_that_stands_nowhere_cannot_be_turned(turns: Turns) -> None:
    assert turns.entry(turns.read("那查呢"), "other") is None


def test_every_entry_and_case_of_the_shipped_table_is_known(shipped: Catalogue) -> None:
    things = shipped.turns.things
    assert {entry for thing in things for entry in thing.entries.values()} <= set(shipped.entries)
    assert {case for thing in things for case in thing.entries} <= set(shipped.turns.cases)


def test_all_fourteen_cities_are_there_and_nothing_is_confirmed_yet(shipped: Catalogue) -> None:
    plates = {city.plate_prefix for city in shipped.cities.values()}
    confirmed = [
        one
        for city in shipped.cities.values()
        for one in (*city.channels, *city.windows, *city.notes)
    ]
    assert (len(plates), confirmed) == (14, [])
