import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faq.masking import Kind
from faq.masking.view import Find, view


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("ａ1Ⓑ", "A 1 B", id="a gap where the script changes"),
        pytest.param("１２Ａ", "12A", id="full width"),
        pytest.param("①②", "12", id="circled"),
        pytest.param("⑴⒈㈠", "111", id="in brackets and with full stops"),
        pytest.param("张三138", "张3 138", id="a name"),
        pytest.param("一壹幺", "1 1 1", id="Chinese numerals"),
        pytest.param("十百½", "十百½", id="other numerals"),
        pytest.param("1\u200b\u03012", "12", id="invisible"),
        pytest.param("1 -\n—.2", "1 2", id="gaps"),
        pytest.param("1 、 2", "1,2", id="a break among gaps"),
        pytest.param("＋８６", "+86", id="plus"),
        pytest.param("x×Х", "X XX", id="like an X"),
        pytest.param("証", "証", id="anything else"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_a_text_is_seen(text: str, plain: str) -> None:
    assert view(text).plain == plain


def test_a_number_is_found_where_it_was_typed() -> None:
    seen = view("号\u200b１-\u200b２\u0301好")
    assert seen.plain == "号1 2好"
    assert seen.place(Find(1, 4, Kind.MOBILE)) == (2, 7)


def test_what_was_found_is_out_of_sight() -> None:
    seen = view("a 12 34").without([Find(2, 4, Kind.MOBILE)])
    assert seen.plain == "A 〕〕 34"


@given(st.text())
@settings(deadline=None)
def test_every_character_of_a_view_has_a_place(text: str) -> None:
    seen = view(text)
    assert len(seen.at) == len(seen.plain)
    assert list(seen.at) == sorted(seen.at)
