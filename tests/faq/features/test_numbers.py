from zlib import crc32

from hypothesis import given
from hypothesis import strategies as st

from faq.features.numbers import number

TEXTS = st.lists(st.text(st.characters(exclude_characters="\n"), min_size=1), unique=True)
SAME_HASH = ("plumless", "buckeroo")


@given(TEXTS)
def test_every_text_has_the_number_of_its_place(texts: list[str]) -> None:
    assert number(texts).find(texts).tolist() == list(range(len(texts)))


def test_an_unknown_text_has_none() -> None:
    assert number(["护照", "签证"]).find(["驾照", "签证"]).tolist() == [-1, 1]
    assert number([]).find(["护照"]).tolist() == [-1]


def test_texts_of_one_hash_are_told_apart() -> None:
    one, other = SAME_HASH
    assert crc32(one.encode()) == crc32(other.encode())
    known = number(["a", one, "b", other])
    assert known.find([other, "b", one]).tolist() == [3, 2, 1]
