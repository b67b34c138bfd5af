import pytest

from faq.words import Replacer, synonyms


@pytest.mark.parametrize(
    ("text", "replaced"),
    [
        ("我的护照没了", "我的passport没了"),
        ("护照本丢了", "booklet丢了"),
        ("护护照", "护passport"),
        ("护照护照", "passportpassport"),
        ("没有", "没有"),
        ("", ""),
    ],
)
def test_known_words_are_replaced_the_longest_first(text: str, replaced: str) -> None:
    assert Replacer({"护照": "passport", "护照本": "booklet"}).apply(text) == replaced


@pytest.mark.parametrize(
    ("text", "replaced"),
    [
        ("lost id", "lost card"),
        ("my id, please", "my card, please"),
        ("hidden", "hidden"),
        ("id2", "id2"),
        ("丢了id怎么办", "丢了card怎么办"),
    ],
)
def test_a_latin_word_counts_only_where_it_stands_alone(text: str, replaced: str) -> None:
    assert Replacer({"id": "card"}).apply(text) == replaced


def test_a_word_that_was_put_in_is_not_replaced_again() -> None:
    assert Replacer({"甲": "乙", "乙": "丙"}).apply("甲乙") == "乙丙"


def test_a_word_may_be_replaced_by_nothing() -> None:
    assert Replacer({"请问": ""}).apply("请问护照") == "护照"


def test_an_empty_word_is_found_nowhere() -> None:
    assert Replacer({"": "x"}).apply("ab") == "ab"


def test_words_are_found_in_order_without_overlap() -> None:
    words = Replacer(dict.fromkeys(("多少钱", "多少", "少钱", "免费"), ""))
    assert words.find("免费吗,多少钱,多少") == ("免费", "多少钱", "多少")


def test_every_synonym_becomes_the_first_of_its_group() -> None:
    assert synonyms([("到期", "过期", "期满")]).apply("过期和期满和到期") == "到期和到期和到期"
