import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faq.features.grams import grams
from faq.features.pinyin import Sounds
from faq.matching.reading import Reader
from faq.schema.tables import WordsFile

SILENT = Sounds({})  # no syllables: letters only
WORDS = WordsFile(
    synonyms=(("护照", "户照"), ("丢了", "不见了")), fillers=("请问", "你好", "please")
)


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


@pytest.mark.parametrize(
    ("text", "is_marked"),
    [
        ("那飞机呢", True),
        ("飞机呢", True),
        ("我说的是摩托", True),
        ("what about a flight", True),
        ("飞机票丢了怎么办理退票呢", False),
        ("飞机", False),
    ],
)
def test_what_is_put_as_a_follow_up_is_marked(text: str, is_marked: bool) -> None:
    assert Reader(WordsFile(fillers=("呢", "那")), {}).read(text).is_marked is is_marked
