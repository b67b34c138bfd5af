"""What holds for every kind of number; the kinds have their examples beside this file."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faq.assembly import Content
from faq.masking import Kind, Masked, mask
from faq.yamltree import Value
from tests.faq.masking.numbers import bank_cards, identity_numbers, personal_numbers
from tests.faq.masking.spellings import SPELLINGS, Spelling

AROUND = st.text("我的丢了补办请问证号码在哪里吗，。？！：“”\n ()-.", max_size=12)
PIECES = st.sampled_from(
    [
        *"0123456789123456789Xx三一①１+ -.,、\n\u200b\u0301〔〕护",
        *(
            "京A",
            "E1",
            "护照",
            "护照号",
            "passport no.",
            "卡号",
            "No.",
            "USA",
            "210102",
            "1990",
            "0307",
        ),
        *(
            "138",
            "13812345678",
            "6222021234567894",
            "E12345678",
            "2026-01-15",
            "110",
            "警",
            "🚓",
            "\ud800",
        ),
    ]
)
# Digests are no text, and of the addresses of sources one is /t20250750_1010.html.
NOT_TEXT = {"checked", "digest", "url"}


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS)
@given(made=personal_numbers(), before=AROUND, after=AROUND)
@settings(deadline=None, max_examples=60)
def test_a_personal_number_is_masked_however_it_is_written(
    spelling: Spelling, made: tuple[Kind, str], before: str, after: str
) -> None:
    kind, number = made
    masked = mask(before + spelling(number) + after)
    assert masked == Masked(before + kind.placeholder + after, (kind,))


@given(identity_numbers(), st.data())
@settings(deadline=None)
def test_an_identity_number_is_masked_wherever_it_is_broken(
    number: str, data: st.DataObject
) -> None:
    assert mask(_parted(number, data, ["", " ", "-", "，", "/", "\n", "、"])).text == "〔身份证号〕"


# Of these digits no group can be taken for a year or for a mobile.
@given(bank_cards("345678"), st.data())
@settings(deadline=None)
def test_a_bank_card_is_masked_wherever_it_is_parted(number: str, data: st.DataObject) -> None:
    assert mask(_parted(number, data, ["", " ", "-", "."])).text == "〔银行卡号〕"


def _parted(number: str, data: st.DataObject, gaps: list[str]) -> str:
    drawn = [data.draw(st.sampled_from(gaps)) for _ in number[1:]]
    return number[0] + "".join(gap + letter for gap, letter in zip(drawn, number[1:], strict=True))


@given(st.lists(PIECES, max_size=30).map("".join))
@settings(deadline=None, max_examples=1000)
def test_what_is_masked_stays_as_it_is(text: str) -> None:
    once = mask(text).text
    assert mask(once) == Masked(once)


@given(st.lists(PIECES, max_size=30).map("".join))
@settings(deadline=None, max_examples=300)
def test_between_the_numbers_the_text_is_as_typed(text: str) -> None:
    masked = mask(text).text
    for kind in Kind:
        masked = masked.replace(kind.placeholder, "\0")
    place = 0
    for piece in masked.split("\0"):
        place = text.index(piece, place) + len(piece)


@given(st.text(alphabet=st.characters(exclude_categories=[])))
@settings(deadline=None, max_examples=300)
def test_any_text_can_be_masked(text: str) -> None:
    assert mask(text).text or not text


@given(st.lists(personal_numbers(), min_size=1, max_size=6))
@settings(deadline=None)
def test_several_numbers_are_each_masked(made: list[tuple[Kind, str]]) -> None:
    kinds = [kind for kind, _ in made]
    masked = mask("，丢了，".join(number for _, number in made))
    assert masked.text == "，丢了，".join(kind.placeholder for kind in kinds)
    assert masked.kinds == tuple(dict.fromkeys(kinds))


def test_a_number_beside_another_in_another_script_is_masked() -> None:
    assert (
        mask("张三13812345678，王五１３９８７６５４３２１").text == "张三〔手机号〕，王五〔手机号〕"
    )


def test_the_question_around_a_number_can_still_be_read() -> None:
    masked = mask("我身份证210102199003071233丢了，电话138-1234-5678，怎么补办？")
    assert masked.text == "我身份证〔身份证号〕丢了，电话〔手机号〕，怎么补办？"
    assert masked.kinds == (Kind.IDENTITY_NUMBER, Kind.MOBILE)


def test_numbers_are_found_in_a_long_text() -> None:
    assert mask("字" * 50_000 + "13812345678" + "字" * 50_000).text.count("〔手机号〕") == 1


@pytest.mark.parametrize("piece", ["1 ", "1, ", "一", "PASSPORT", "护照E1", "2015 08 12 ", "京A1 "])
def test_a_hundred_thousand_characters_that_are_nearly_numbers_are_read(piece: str) -> None:
    assert mask(piece * (100_000 // len(piece))).text


def test_four_hundred_thousand_combining_marks_are_nothing() -> None:
    marks = "\u0301" * 400_000
    assert mask("1381234" + marks + "5678好" + marks).text == "〔手机号〕好" + marks


def test_nothing_that_we_say_or_expect_to_be_asked_is_masked(shipped_content: Content) -> None:
    texts = [text for tree in shipped_content.trees.values() for text in _texts(tree.value)]
    assert len(texts) > 10_000
    assert [text for text in texts if mask(text).kinds] == []


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for key, below in value.items():
            yield from () if key in NOT_TEXT else _texts(below)
    else:
        for below in value or ():
            yield from _texts(below)
