import pytest

from faq.features.grams import grams
from faq.features.pinyin import Sounds

SILENT = Sounds({})  # no syllables: letters only


def words(text: str) -> tuple[str, ...]:
    """The grams of a text without the pieces of its words."""
    return tuple(gram for gram in grams(text, SILENT) if not gram.startswith("c:"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("护", ("护",)),
        ("护照", ("护", "照", "护照")),
        ("护 照", ("护", "照")),
        ("lost", ("w:lost",)),
        ("lost passports", ("w:lost", "w:passport", "w:lost passport")),
        ("办id", ("办", "w:id")),
        ("护护", ("护", "护", "护护")),
        ("110", ("w:110",)),
    ],
)
def test_chinese_is_read_in_letters_and_pairs_and_latin_in_words(
    text: str, found: tuple[str, ...]
) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [("renewing", "renews"), ("expired", "expires"), ("passport", "passports"), ("copy", "copy")],
)
def test_forms_of_a_word_share_a_gram(one: str, other: str) -> None:
    assert words(one) == words(other)


def test_short_words_and_numbers_keep_their_endings() -> None:
    assert words("lies 12345s") == ("w:lies", "w:12345s", "w:lies 12345s")


def test_a_misspelt_word_shares_most_of_its_pieces() -> None:
    right, wrong = set(grams("passport", SILENT)), set(grams("pasport", SILENT))
    assert {"c:^pas", "c:spor", "c:port", "c:ort$"} <= right & wrong
