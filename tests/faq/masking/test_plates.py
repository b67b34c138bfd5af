import pytest

from faq.masking import mask


@pytest.mark.parametrize(
    "plate",
    [
        *("辽A12345", "辽a1b2c3", "辽A·12345", "辽A1234B", "粤BD12345", "沪AF1234G", "京A12345D"),
        *("京A1234警", "粤Z1234港", "辽B1234学", "辽B1234挂", "京ABCDE1"),
        *("辽Ａ１２３４５", "遼A12345", "辽A一二三四五", "辽A①②③④⑤", "京AA₁₉₀₀"),
        *("辽A 12345", "辽 A-12345", "辽\u200bA\u200b12345", "辽A\n12345", "辽A·1 2 3 4 5"),
    ],
)
def test_a_plate_is_masked(plate: str) -> None:
    assert mask(f"我的车{plate}丢了").text == "我的车〔车牌号〕丢了"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("辽A12345 2年没审", "〔车牌号〕 2年没审"),
        ("辽A12345一直没审", "〔车牌号〕一直没审"),
        ("辽A12345学车", "〔车牌号〕学车"),
        ("辽A12345，辽B54321", "〔车牌号〕，〔车牌号〕"),
        ("电话13812345678京A12345", "电话〔手机号〕〔车牌号〕"),
    ],
)
def test_what_stands_beside_a_plate_is_left(text: str, masked: str) -> None:
    assert mask(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "新iPhone8丢了",
        "新Android手机",
        "贵WeChat",
        "换辽A牌",
        "辽A车牌四个8值多少",
        "辽A和辽B",
        "京ICP备12345678号",
        "新C1驾照",
        "新A4纸",
        "新A 1 2026年",
        "沪C 2026年",
        "A12345",
        "京A1234",
        "京A1234567",
    ],
)
def test_what_is_no_plate_is_left(text: str) -> None:
    assert mask(text).text == text
