from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reload.difference import Change, changes, differences
from faq.yamltree import Value
from tests.content import ITEMS, LOST, damage


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ({"a": "1"}, {"a": "2"}, [("a", "1", "2")]),
        ({"a": "1"}, {"a": "1", "b": "2"}, [("b", None, "2")]),
        ({"a": {"b": "1"}}, {"a": {}}, [("a.b", "1", None)]),
        ({"a": ["x", "y"]}, {"a": ["y", "z", "x"]}, [("a[]", None, "z")]),
        ({"a": ["x", "x"]}, {"a": ["x"]}, [("a[]", "x", None)]),
        ({"a": [{"id": "p", "v": "1"}]}, {"a": [{"id": "p", "v": "2"}]}, [("a[p].v", "1", "2")]),
        ({"a": None}, {"a": "1"}, [("a", "", "1")]),
    ],
    ids=["changed", "new", "gone", "one more", "one less", "record", "empty"],
)
def test_every_value_that_differs_is_named(
    old: Value, new: Value, found: list[tuple[str, str | None, str | None]]
) -> None:
    assert list(changes("f", old, new)) == [Change("f", *one) for one in found]


def test_a_record_put_in_front_is_the_only_change() -> None:
    old: Value = [{"id": "b", "v": "1"}]
    new: Value = [{"id": "a", "v": "2"}, {"id": "b", "v": "1"}]
    assert {change.path for change in changes("f", old, new)} == {"[a].id", "[a].v"}


VALUES = st.recursive(
    st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner),
)


@given(VALUES)
def test_equal_values_differ_in_nothing(value: Value) -> None:
    assert list(changes("f", value, value)) == []


@given(VALUES, VALUES)
def test_backwards_the_same_values_differ(old: Value, new: Value) -> None:
    forwards = {(one.path, one.before, one.after) for one in changes("f", old, new)}
    backwards = {(one.path, one.after, one.before) for one in changes("f", new, old)}
    assert forwards == backwards


def test_folders_differ_in_the_values_that_were_edited(content: Path, own_content: Path) -> None:
    damage(own_content, ITEMS, "amount: 40元", "amount: 60元")
    damage(own_content, LOST, "补证收费多少", "补证什么价")
    (own_content / "hosts.yaml").unlink()
    assert differences(content, own_content) == (
        Change(ITEMS, "items[card_lost].fee.amount", "40元", "60元"),
        Change(LOST, "phrasings.zh.fee[]", "补证收费多少", "补证什么价"),
        Change("hosts.yaml", "", "", None),
    )


def test_a_comment_is_no_difference(content: Path, own_content: Path) -> None:
    damage(own_content, ITEMS, "items:", "# 备注\nitems:")
    assert differences(content, own_content) == ()
