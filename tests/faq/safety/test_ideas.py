import pytest

from faq.features.pinyin import Sounds
from faq.safety.ideas import names_wrong, with_ideas
from faq.safety.reading import read


def ideas_of(text: str) -> set[str]:
    grams = (gram for _, gram in with_ideas(read(text, Sounds({}))))
    return {gram for gram in grams if gram.startswith(("i:", "e:", "b:"))}


def test_a_wrong_and_a_way_to_ask_are_told_alone_and_together() -> None:
    assert {"i:where", "i:forge_wrong", "i:where+forge_wrong"} <= ideas_of("哪里能办假证")


def test_a_wrong_without_a_lawful_end_is_bare() -> None:
    assert "i:bare" in ideas_of("哪里能办假证")
    assert "i:bare" not in ideas_of("办假证什么罪")


def test_how_a_text_ends_is_told_with_its_ideas() -> None:
    assert {"e:么罪", "e:forge_wrong|么罪"} <= ideas_of("办假证什么罪")


def test_the_letters_beside_a_wrong_are_told_with_it() -> None:
    assert "b:forge_wrong|卖" in ideas_of("卖假证")


def test_what_is_said_again_counts_once() -> None:
    grams = [gram for _, gram in with_ideas(read("假证假证假证", Sounds({})))]
    assert len(grams) == len(set(grams))


@pytest.mark.parametrize(("text", "names"), [("刻假章", True), ("身份证丢了", False)])
def test_a_word_for_a_wrong_is_seen(text: str, *, names: bool) -> None:
    assert names_wrong(text) is names
