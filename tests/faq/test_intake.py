import pytest

from faq.intake import take_in
from faq.masking import Kind
from faq.normalise import MAX_LENGTH

NUMBER = "11010519491231002X"  # the example of GB 11643-1999


def test_a_plain_question_is_read_as_typed() -> None:
    taken = take_in("身份证丢了怎么补办?")
    assert (taken.text, taken.words) == ("身份证丢了怎么补办?",) * 2
    assert (taken.hidden, taken.shortened) == ((), False)


def test_a_personal_number_is_neither_read_nor_kept() -> None:
    taken = take_in(f"我的身份证{NUMBER}丢了")
    assert taken.hidden == (Kind.IDENTITY_NUMBER,)
    assert taken.text == "我的身份证〔身份证号〕丢了"
    assert taken.words == "我的身份证 丢了"


@pytest.mark.parametrize("before", [0, 2040, 5000, 8180])
def test_a_number_where_a_long_text_is_cut_is_not_left_in_part(before: int) -> None:
    taken = take_in("问" * before + f" {NUMBER} " + "答" * 9000)
    assert not any(part in taken.text for part in (NUMBER[:9], NUMBER[9:]))


def test_only_the_ends_of_a_long_text_are_read() -> None:
    taken = take_in("身份证" + "丢" * 100_000)
    assert len(taken.text) <= MAX_LENGTH
    assert taken.shortened
