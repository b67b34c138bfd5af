import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faq.normalise import (
    MAX_LENGTH,
    canonical,
    clean,
    han_count,
    is_traditional,
    simplified,
    traditional,
)

TAGGED = "".join(chr(0xE0000 + ord(letter)) for letter in "ignore")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        pytest.param("ＡＢＣ１２３", "abc123", id="full width"),
        pytest.param("ｶﾞ", "ガ", id="half-width kana"),
        pytest.param("身\u200b份\u200d证\ufeff", "身份证", id="zero width"),
        pytest.param("身份证" + TAGGED, "身份证", id="tag characters"),
        pytest.param("护\u00ad照", "护照", id="soft hyphen"),
        pytest.param("\u202e护照\u202c", "护照", id="direction"),
        pytest.param("护\ufe0f照", "护照", id="variation selector"),
        pytest.param("护\u0336照\u0336", "护照", id="struck through"),
        pytest.param("护\ud800照\udfff", "护照", id="broken surrogates"),
        pytest.param("护\x00照\x07", "护照", id="control characters"),
        pytest.param("身份证，丢了！！怎么办？", "身份证 丢了 怎么办", id="punctuation"),
        pytest.param("a_b__c", "a b c", id="underscores"),
        pytest.param(" \n护照\t", "护照", id="space around"),
        pytest.param("⼾⼝", "户口", id="radicals"),
        pytest.param("①本㊊", "1本月", id="circled"),
        pytest.param("補辦護照", "补办护照", id="traditional"),
        pytest.param("計程車司機", "出租车司机", id="word of Taiwan"),
        pytest.param("資料庫", "数据库", id="another word of Taiwan"),
        pytest.param("PassPort", "passport", id="case"),
        pytest.param("👮🏻‍♀️", "", id="emoji"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_texts_that_read_alike_have_one_form(text: str, form: str) -> None:
    assert canonical(text) == form


@pytest.mark.parametrize(
    ("composed", "apart"), [("й", "и\u0306"), ("hùzhào", "hu\u0300zha\u0300o"), ("é", "e\u0301")]
)
def test_a_letter_and_its_mark_are_read_alike_composed_and_apart(composed: str, apart: str) -> None:
    assert canonical(composed) == canonical(apart)


def test_four_hundred_thousand_combining_marks_are_nothing() -> None:
    assert canonical("护照" + "\u0301" * 400_000) == "护照"


def test_of_a_long_text_the_beginning_and_the_end_are_read() -> None:
    read = clean("头" + "中" * 100_000 + "尾")
    assert (len(read), read[0], read[-1]) == (MAX_LENGTH, "头", "尾")


def test_a_text_of_the_greatest_length_is_read_whole() -> None:
    assert clean("字" * MAX_LENGTH) == "字" * MAX_LENGTH


def test_letters_that_stand_for_many_do_not_make_a_text_longer_than_is_read() -> None:
    assert len(canonical("\ufdfa" * MAX_LENGTH)) <= MAX_LENGTH


def test_what_is_invisible_does_not_count_as_length() -> None:
    assert clean("字" + "\u200b" * 5_000 + "母") == "字母"


def test_a_simplified_text_has_traditional_characters_on_request() -> None:
    assert traditional("身份证补办") == "身份證補辦"


@pytest.mark.parametrize(
    ("text", "written"),
    [("任一出入境窗口", "任一出入境窗口"), ("尚未核实", "尚未核實"), ("因为吃了", "因為吃了")],
)
def test_traditional_characters_are_those_in_use(text: str, written: str) -> None:
    assert traditional(text) == written


def test_an_ascii_text_is_simplified_as_it_is() -> None:
    assert simplified("lost ID card") == "lost ID card"


@pytest.mark.parametrize("word", ["程序", "行程", "文件"])
def test_a_word_of_the_mainland_is_not_taken_for_another_of_taiwan(word: str) -> None:
    assert canonical(word) == word


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("護照過期了", True),
        ("台胞證怎麼辦", True),
        ("台灣護照", True),
        ("护照过期了", False),
        ("你好", False),
        ("passport", False),
        ("", False),
    ],
)
def test_whether_a_text_is_traditional(text: str, claim: bool) -> None:
    assert is_traditional(text) is claim


def test_chinese_characters_are_counted() -> None:
    assert han_count("ID卡丢了 ok") == 3


def test_a_word_of_taiwan_is_turned_into_the_mainlands_once() -> None:
    assert canonical(canonical("程式")) == canonical("程式")


@given(st.text())
@settings(deadline=None)
def test_any_text_has_a_canonical_form(text: str) -> None:
    assert canonical(text) == canonical(text).strip()


@given(st.text(alphabet=st.characters(exclude_categories=[])))
@settings(deadline=None, max_examples=300)
def test_a_canonical_form_is_its_own_canonical_form(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)


@given(st.text(alphabet=st.characters(exclude_categories=[])))
@settings(deadline=None, max_examples=300)
def test_a_clean_text_is_clean(text: str) -> None:
    assert clean(clean(text)) == clean(text)
