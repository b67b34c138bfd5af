import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq.features.pinyin import Sounds, table
from faq.features.space import span
from faq.matching.reading import Reader
from faq.matching.repair import Repairer
from faq.schema.tables import WordsFile

KNOWN = ["新生儿落户", "护照过期", "港澳签注", "签合同住院"] * 20
SELDOM = ["洛湖的水"] * 3
MISTYPED = ["户照过期"] * 2  # phrasings with typing errors are content too


@pytest.fixture(scope="module")
def repairer() -> Repairer:
    syllables = table()
    reader = Reader(WordsFile(), syllables)
    space = span([reader.read(text).grams for text in (*KNOWN, *SELDOM, *MISTYPED)])
    return Repairer(space, Sounds(syllables))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("小孩落沪", "小孩落户"), ("户照过期", "护照过期"), ("港澳签住", "港澳签注")],
)
def test_a_pair_hardly_any_text_contains_becomes_the_common_one_of_its_sound(
    repairer: Repairer, typed: str, meant: str
) -> None:
    assert repairer.repair(typed) == meant


def test_a_pair_that_some_texts_contain_stays(repairer: Repairer) -> None:
    assert repairer.repair("洛湖") == "洛湖"


def test_a_pair_few_texts_contain_repairs_nothing() -> None:
    syllables = table()
    space = span([Reader(WordsFile(), syllables).read(text).grams for text in SELDOM])
    assert Repairer(space, Sounds(syllables)).repair("落沪") == "落沪"


@given(st.text(max_size=60))
def test_any_text_keeps_its_length_and_what_is_not_chinese(repairer: Repairer, text: str) -> None:
    repaired = repairer.repair(text)
    assert len(repaired) == len(text)
    assert all(new == old or old >= "\u3400" for new, old in zip(repaired, text, strict=True))
