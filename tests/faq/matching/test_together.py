import pytest

from faq.matching.together import Together
from faq.words import Replacer

THINGS = ("身份证", "护照", "户口本", "passport", "licence")
TOGETHER = Together(Replacer(dict.fromkeys(THINGS, "")))


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("护照和身份证都丢了怎么补", ("护照丢了怎么补", "身份证丢了怎么补")),
        ("身份证 户口本都丢了", ("身份证丢了", "户口本丢了")),
        ("passport and licence lost", ("passport lost", "licence lost")),
    ],
)
def test_two_things_named_together_are_asked_about_one_by_one(
    text: str, apart: tuple[str, ...]
) -> None:
    assert TOGETHER.apart(text) == apart


@pytest.mark.parametrize(
    "text", ["护照丢了怎么补", "身份证丢了去哪补护照", "身份证和护照有什么区别", "护照和护照", ""]
)
def test_one_thing_or_a_comparison_is_one_question(text: str) -> None:
    assert TOGETHER.apart(text) == ()


def test_without_known_things_nothing_is_apart() -> None:
    assert Together(Replacer({})).apart("护照和身份证") == ()
