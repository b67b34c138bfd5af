import pytest

from benchmarks.disguises import ADDITIONS, DISGUISES, Change, homophones
from faq.features.pinyin import table


def test_a_homophone_is_another_letter_of_the_same_sound() -> None:
    text = "我不想活了"
    changed = homophones(text)
    assert changed != text
    assert [table()[letter] for letter in changed] == [table()[letter] for letter in text]


def test_texts_in_latin_letters_have_no_homophones() -> None:
    assert homophones("I want to die") == "I want to die"


@pytest.mark.parametrize("change", [*DISGUISES.values(), *ADDITIONS.values()])
def test_a_change_is_the_same_each_time(change: Change) -> None:
    assert change("着火了 help") == change("着火了 help")


@pytest.mark.parametrize("name", list(ADDITIONS))
def test_an_addition_keeps_the_text(name: str) -> None:
    assert "着火了" in ADDITIONS[name]("着火了")
