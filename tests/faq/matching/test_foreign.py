from hypothesis import given
from hypothesis import strategies as st

from faq.matching.foreign import Glossary
from faq.normalise import canonical

GLOSSARY = Glossary({"护照": ["パスポート", "여권", "паспорт"], "丢失": ["なくし", "потеря"]})


def test_known_words_are_read_in_chinese_and_the_rest_is_left_out() -> None:
    assert GLOSSARY.apply(canonical("パスポートをなくしました。")) == "外国人 护照 丢失"
    assert GLOSSARY.apply(canonical("Я потерял паспорта")) == "外国人 丢失 护照"


def test_a_text_of_which_hardly_a_word_is_known_stays_as_it_is() -> None:
    plain = canonical("この店にパスポートは")
    assert GLOSSARY.apply(plain) == plain


@given(
    st.text(
        alphabet=st.characters(codec="ascii")
        | st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
    )
)
def test_chinese_and_english_are_never_touched(text: str) -> None:
    plain = canonical(text)
    assert GLOSSARY.apply(plain) == plain
