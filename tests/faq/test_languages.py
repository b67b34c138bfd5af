import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faq.languages import detect
from faq.model import Language
from faq.normalise import clean


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("身份证丢了怎么补办", Language.ZH),
        ("丢了", Language.ZH),
        ("ID卡丢了", Language.ZH),
        ("办visa要带passport吗", Language.ZH),
        ("護照過期了怎麼換", Language.ZH_HANT),
        ("台胞證怎麼辦", Language.ZH_HANT),
        ("台灣人可以申請居住證嗎", Language.ZH_HANT),
        ("I lost my passport", Language.EN),
        ("passport", Language.EN),
        ("where is the 派出所 near Shenyang station please", Language.EN),
        ("パスポートをなくしました", Language.JA),
        ("身分証を紛失しました", Language.JA),
        ("여권을 잃어버렸어요", Language.KO),
        ("Я потерял паспорт", Language.RU),
        ("", Language.ZH),
        ("123 ?!", Language.ZH),
        ("👮", Language.ZH),
    ],
)
def test_a_question_is_in_the_language_of_its_letters(text: str, language: Language) -> None:
    assert detect(text) is language


def test_the_katakana_dot_in_a_name_does_not_make_chinese_japanese() -> None:
    assert detect("买买提・阿里的身份证丢了") is Language.ZH


def test_letters_that_do_not_tell_leave_the_language_as_it_was() -> None:
    assert detect("110", Language.EN) is Language.EN


@given(st.text(alphabet=st.characters(exclude_categories=[])))
@settings(deadline=None)
def test_any_clean_text_is_in_a_language(text: str) -> None:
    assert detect(clean(text)) in Language
