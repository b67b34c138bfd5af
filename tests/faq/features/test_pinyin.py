import pytest

from faq.features.pinyin import Sounds, table
from faq.matching.reading import Reader
from faq.schema.tables import WordsFile


@pytest.fixture(scope="session")
def sounds() -> Sounds:
    return Sounds(table())


@pytest.mark.parametrize(
    ("right", "wrong"), [("身份证", "身分政"), ("户口簿", "护口部"), ("驾驶证", "驾使正")]
)
def test_words_that_sound_alike_have_equal_pairs(sounds: Sounds, right: str, wrong: str) -> None:
    assert sounds.pairs(right) == sounds.pairs(wrong)


@pytest.mark.parametrize(
    ("word", "split"),
    [
        ("shenfenzheng", ("sen", "fen", "zen")),
        ("huzhao", ("hu", "zao")),
        ("passport", ()),
        ("", ()),
    ],
)
def test_typed_pinyin_is_split_into_syllables(
    sounds: Sounds, word: str, split: tuple[str, ...]
) -> None:
    assert sounds.split(word) == split


def test_typed_pinyin_shares_grams_with_the_characters() -> None:
    reader = Reader(WordsFile(), table())
    typed, written = reader.read("shenfenzheng diule"), reader.read("身份证丢了")
    assert {"p:sen fen", "p:fen zen", "p:diu le"} <= set(typed.grams) & set(written.grams)


def test_a_letter_without_a_syllable_has_no_pair() -> None:
    assert Sounds({"护": "hu"}).pairs("护照") == []
