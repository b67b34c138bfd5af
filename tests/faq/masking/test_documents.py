import pytest

from faq.masking import Kind, mask


@pytest.mark.parametrize(
    "number",
    [
        *("E12345678", "e12345678", "EA1234567", "G12345678", "D12345678", "S1234567", "P1234567"),
        *("PE1234567", "C12345678", "CA1234567", "H12345678", "H1234567890", "M12345678"),
        *("T12345678", "L12345678", "K12345678", "KJ1234567", "MA1234567"),
        *("EA-123-4567", "E.12345678", "Ｅ１２３４５６７８", "Ⓔ①②③④⑤⑥⑦⑧", "E一二三四五六七八"),
        "E 1234 5678",
    ],
)
def test_a_passport_or_permit_is_masked_without_being_called_one(number: str) -> None:
    assert mask(f"我的{number}丢了").text == "我的〔护照号〕丢了"


@pytest.mark.parametrize(
    ("before", "number"),
    [
        ("护照", "AB1234567"),
        ("护照：", "123456789"),
        ("护照号码是", "123 456 789"),
        ("護照號碼為：", "M123A4567"),
        ("passport ", "TR1234567"),
        ("passport number is ", "51 1234567"),
        ("my passport no. ", "C01X00T47"),
        ("Passport No: ", "12AB34567"),
        ("台胞证", "12345678"),
        ("回乡证号", "87654321"),
        ("No.", "AB1234567"),
        ("№ ", "N1234567"),
        ("passport", "E12345678"),
        ("护照号", "AB1234567"),
    ],
)
def test_what_is_called_a_passport_is_masked(before: str, number: str) -> None:
    assert mask(f"{before}{number} 日本").text == f"{before}〔护照号〕 日本"


def test_a_residence_card_of_a_foreigner_is_an_identity_number() -> None:
    assert mask("我的USA110179040502丢了").kinds == (Kind.IDENTITY_NUMBER,)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("E12345678E87654321", "〔护照号〕〔护照号〕"),
        ("E12345678USA110179040502", "〔护照号〕〔身份证号〕"),
        ("E12345678一张", "〔护照号〕一张"),
        ("张三E12345678", "张三〔护照号〕"),
        ("passport no. AB1234567, no.CD7654321", "passport no. 〔护照号〕, no.〔护照号〕"),
    ],
)
def test_what_stands_beside_a_passport_is_left(text: str, masked: str) -> None:
    assert mask(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "护照2026年1月15日到期",
        "护照20260115到期",
        "护照 2026-01-15 到期",
        "护照12345678本",
        "护照120元",
        "护照要打12367吗",
        "护照丢了打110、12345",
        "passport fee 120 yuan",
        "passport 2026 01 15",
        "No. 12345678",
        "there is no 12345678",
        "T20260115",
        "/t20241227_583184.html",
        "M 2026-01-15",
        "P 110 12345",
        "XE12345678",
        "G1234次列车",
        "CZ6412航班",
        "GB11643-1999",
        "IMG202613451234",
        "ABC123456789012",
        "E1234567",
        "E123456789",
    ],
)
def test_what_is_no_document_is_left(text: str) -> None:
    assert mask(text).text == text
