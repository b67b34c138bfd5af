from hypothesis import given
from hypothesis import strategies as st

from faq.matching.kinds import Kinds

KINDS = Kinds(
    {"thing": ["钱包", "耳机"], "lose": ["丢", "落在"], "train": ["高铁"], "id": ["ID", "身份证"]}
)


def test_a_word_stands_for_its_kind() -> None:
    assert KINDS.find("我的耳机丢了") == ("thing", "lose")


def test_each_kind_is_found_once_in_the_order_named() -> None:
    assert KINDS.find("丢了钱包还丢了耳机") == ("lose", "thing")


def test_what_is_denied_is_another_kind() -> None:
    assert KINDS.find("钱包没丢") == ("thing", "not lose")


def test_a_latin_word_counts_only_where_it_stands_alone() -> None:
    assert KINDS.find("id card") == ("id",)
    assert KINDS.find("hidden card") == ()


def test_each_two_kinds_are_a_gram_whatever_their_order() -> None:
    assert set(KINDS.grams("丢了钱包")) == set(KINDS.grams("钱包丢了"))
    assert "k:lose|thing" in KINDS.grams("丢了钱包")


@given(st.text())
def test_any_text_has_only_known_kinds(text: str) -> None:
    known = {"thing", "lose", "train", "id"}
    assert {kind.removeprefix("not ") for kind in KINDS.find(text)} <= known
