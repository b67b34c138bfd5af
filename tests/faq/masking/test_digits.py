import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faq.masking import mask
from tests.faq.masking.numbers import check_digit, digits


@pytest.mark.parametrize(
    "number",
    [
        pytest.param("11010519491231002X", id="check letter"),
        pytest.param("11010519491231002x", id="small check letter"),
        pytest.param("11010519491231002Ｘ", id="wide check letter"),
        pytest.param("11010519491231002×", id="multiplication sign"),
        pytest.param("11010519491231002Х", id="Cyrillic check letter"),
        pytest.param("11010519491231002叉", id="check letter as said"),
        pytest.param("110105194912310021", id="wrong check digit"),
        pytest.param("000000199003071236", id="unknown region, right check digit"),
        pytest.param("810000199408230021", id="Hong Kong"),
        pytest.param("830000199201300022", id="Taiwan"),
        pytest.param("911124198108030024", id="foreigner"),
        pytest.param("110105491231002", id="old form"),
        pytest.param("110105,19491231,002X", id="commas"),
        pytest.param("110105 1949 12 31 002X", id="date apart"),
        pytest.param("110105(19491231)002X", id="brackets"),
        pytest.param("1101051949\n1231002X", id="two lines"),
        pytest.param("１101051949①②③一002X", id="scripts"),
    ],
)
def test_an_identity_number_is_masked(number: str) -> None:
    assert mask(f"号{number}。").text == "号〔身份证号〕。"


@pytest.mark.parametrize(
    "number",
    [
        pytest.param("6222021234567890128", id="nineteen digits"),
        pytest.param("4111111111111111", id="sixteen digits"),
        pytest.param("4111 1111 1111 1111", id="fours"),
        pytest.param("411111-1111111111", id="two parts"),
        pytest.param("4111，1111，1111，1111", id="fours with commas"),
    ],
)
def test_a_bank_card_is_masked(number: str) -> None:
    assert mask(f"钱在{number}里").text == "钱在〔银行卡号〕里"


@pytest.mark.parametrize(
    ("before", "number"),
    [
        pytest.param("卡号：", "378282246310005", id="fifteen digits"),
        pytest.param("卡號是", "6759649826438453", id="traditional"),
        pytest.param("my bank card number is ", "5019717010103742", id="English"),
        pytest.param("银行卡", "6222021234567890123", id="mistyped"),
        pytest.param("CARD NO. ", "6222 0212 3456 7890 123", id="mistyped, in fours"),
    ],
)
def test_what_is_called_a_card_needs_less(before: str, number: str) -> None:
    assert mask(before + number).text == before + "〔银行卡号〕"


@pytest.mark.parametrize(
    "number",
    [
        "13812345678",
        "19912345678",
        "138 1234 5678",
        "138-12345678",
        "138，1234，5678",
        "+8613812345678",
        "+86-138-1234-5678",
        "0086 13812345678",
        "86 138 1234 5678",
        "+852 9123 4567",
        "+1 (415) 555-2671",
        "+44 7911 123456",
        "+ 81 90-1234-5678",
    ],
)
def test_a_telephone_number_is_masked(number: str) -> None:
    assert mask(f"打{number}找我").text == "打〔手机号〕找我"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        pytest.param("张三13812345678", "张三〔手机号〕", id="name that is a numeral"),
        pytest.param("①13812345678②13912345678", "①〔手机号〕②〔手机号〕", id="circled list"),
        pytest.param("1.13812345678\n2.13912345678", "1.〔手机号〕\n2.〔手机号〕", id="list"),
        pytest.param("13812345678 12345", "〔手机号〕 12345", id="hotline after it"),
        pytest.param("2026.01.15 13812345678", "2026.01.15 〔手机号〕", id="date before it"),
        pytest.param("13812345678一直打不通", "〔手机号〕一直打不通", id="numeral after it"),
        pytest.param("tel13812345678x", "tel〔手机号〕x", id="letters around it"),
        pytest.param("(138)1234-5678", "(〔手机号〕", id="bracket before it"),
        pytest.param("(+86)138-1234-5678", "(〔手机号〕", id="country in brackets"),
        pytest.param("2026-01-15，13812345678", "2026-01-15，〔手机号〕", id="date and comma"),
        pytest.param("13812345678,13912345678", "〔手机号〕,〔手机号〕", id="two"),
    ],
)
def test_what_stands_beside_a_number_is_left(text: str, masked: str) -> None:
    assert mask(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "110 119 120 122 96110 12345 12356 12367",
        "110,119,120,122,12345,12367,12348",
        "110-119-120-122-12345",
        "打12345还是12367",
        "一一零和幺幺零",
        "024-22533333",
        "400-810-1234",
        "订单号12345678901",
        "订单12987654321怎么查",
        "快递单号7312345678901234",
        "流水号202601151234567890",
        "210102199013071233",
        "210102199002301235",
        "210102189903071235",
        "210102205003071234",
        "99010219900307123X",
        "210102901307123",
        "6222021234567890123",
        "+1234567",
        "13800元",
        "13,800,000,000元",
        "1380013800",
        "138001380001",
        "2026年1月15日",
        "2015.08.12-2035.08.12",
        "2015-08-12 2016-09-13 2017-10-14",
        "2015.8-2019.12",
        "1995.8-2024.12",
        "2015 2016 2017 2018",
        "二〇一五年八月十二日",
        "2026-01-15 13:30:45",
        "192.168.10.101",
        "172.16.254.101",
        "GB 11643-1999",
        "GA/T 1011-2012",
        "ISO 7064:1983",
        "第二百三十四条第一款",
        "《居民身份证法》第19条",
        "id_card_lost transit_240h mlps_filing",
        "https://www.gov.cn/lianbo/bumen/202405/content_6952956.htm",
        "1、2、3、4、5、6、7、8、9、10、11、12",
        "三三两两一五一十",
        "",
    ],
)
def test_what_is_no_personal_number_is_left(text: str) -> None:
    assert mask(text).text == text


@given(digits(11).filter(lambda made: not (made[0] == "1" and made[1] in "3456789")))
@settings(deadline=None)
def test_eleven_digits_that_are_no_mobile_are_left(number: str) -> None:
    assert mask(f"订单{number}").text == f"订单{number}"


@given(st.integers(16, 19).flatmap(digits), st.integers(1, 9))
@settings(deadline=None)
def test_a_long_number_without_the_check_digit_of_a_card_is_left(first: str, shift: int) -> None:
    first = "0" + first[1:-1].replace("19", "91").replace("20", "02")
    number = first + str((int(check_digit(first)) + shift) % 10)
    assert mask(f"订单{number}").text == f"订单{number}"
