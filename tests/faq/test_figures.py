import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faq.figures import blank, english, figures


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("40元", "CNY 40"),
        ("120元/本", "CNY 120 per booklet"),
        ("16元/次", "CNY 16 per entry"),
        ("400/800/1000元", "CNY 400/800/1000"),
        ("7个工作日", "7 working days"),
        ("1个工作日", "1 working day"),
        ("7/9/17个工作日", "7/9/17 working days"),
        ("15至30个工作日", "15-30 working days"),
        ("约40天", "about 40 days"),
        ("24小时内", "within 24 hours"),
        ("3日以内", "within 3 days"),
        ("20年", "20 years"),
        ("2023年", "2023"),
        ("2018-2020年", "2018-2020"),
        ("16周岁", "16 years of age"),
        ("2寸", "2 inches"),
        ("80%", "80%"),
        ("2万元", "CNY 20000"),
        ("1.2万元", "CNY 12000"),
        ("1-5万元", "CNY 10000-50000"),
        ("免费", "free of charge"),
        ("当场办结", "on the spot"),
        ("长期", "long-term"),
    ],
)
def test_a_figure_is_said_in_english(text: str, said: str) -> None:
    assert english(text) == said


@pytest.mark.parametrize("text", ["", "40元起", "首次40元", "元", "工作日", "一个月", "护照"])
def test_what_is_more_or_less_than_a_figure_is_not_said_in_english(text: str) -> None:
    assert english(text) is None


def test_the_figures_of_a_text_come_in_order_with_their_units() -> None:
    found = figures("首次免费;换领20元,补领40元,7个工作日内领取")
    assert [figure.zh for figure in found] == ["20元", "40元", "7个工作日"]


def test_a_figure_taken_out_of_a_sentence_is_said_without_within() -> None:
    assert figures("在24小时内申报")[0].en == "24 hours"


def test_a_text_without_digits_has_no_figures() -> None:
    assert figures("三个月内") == ()


def test_a_corrected_figure_leaves_the_blanked_text_as_it_was() -> None:
    assert blank("补领40元,7日内") == blank("补领20元,9日内") != blank("换领40元,7日内")


@given(st.text(alphabet="0123456789.-~至/万元本个工作日年内以约% ", max_size=30))
@settings(deadline=None)
def test_the_english_of_a_figure_has_no_chinese_letter(text: str) -> None:
    assert all(figure.en.isascii() for figure in figures(text) if "—" not in figure.zh)
