import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faq.matching.grams import Reader, grams
from faq.matching.pinyin import Sounds
from faq.schema.tables import WordsFile

SILENT = Sounds({})  # no syllables: letters only


def words(text: str) -> tuple[str, ...]:
    """The grams of a text without the pieces of its words."""
    return tuple(gram for gram in grams(text, SILENT) if not gram.startswith("c:"))


WORDS = WordsFile(
    synonyms=(("护照", "户照"), ("丢了", "不见了")), fillers=("请问", "你好", "please")
)


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


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("请问户照不见了!", "护照丢了"),
        ("Please: PASSPORT", "passport"),
        ("你好", "你好"),
        ("请问你好", "请问你好"),
        ("護照不見了", "护照丢了"),
        ("", ""),
        ("?!", ""),
    ],
)
def test_fillers_are_left_out_and_synonyms_merged(text: str, read: str) -> None:
    assert Reader(WORDS, {}).read(text).text == read


@given(st.text(alphabet=st.characters(exclude_categories=[])))
@settings(deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    reading = Reader(WORDS, {}).read(text)
    assert reading.grams == grams(reading.text, SILENT)


def test_a_misspelt_word_shares_most_of_its_pieces() -> None:
    right, wrong = set(grams("passport", SILENT)), set(grams("pasport", SILENT))
    assert {"c:^pas", "c:spor", "c:port", "c:ort$"} <= right & wrong
