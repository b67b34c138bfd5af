import pytest

from tests.faq.guides.files import table


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("在站里,东西丢了,没手机", {"need": "train", "has": "lost", "phone": "none"}),
        ("火車", {"need": "train"}),
        ("火车头", {}),
        ("火车票丢了", {"has": "lost"}),
        ("护照也丢了", {}),
        ("今天天气好", {}),
        ("", {}),
    ],
)
def test_a_text_answers_as_many_questions_as_its_words_do(
    text: str, answers: dict[str, str]
) -> None:
    assert table().words.read(text) == answers


@pytest.mark.parametrize("text", ["label lost", "LABEL LOST EN", "1", "没了!", "丢"])
def test_a_reply_is_a_label_a_number_a_word_or_what_counts_as_one(text: str) -> None:
    assert table().words.reply(text, "has", ("lost", "passport")) == "lost"


@pytest.mark.parametrize("text", ["label train", "3", "0", "没了吗", "", "9" * 5000])
def test_what_was_not_offered_is_no_reply(text: str) -> None:
    assert table().words.reply(text, "has", ("lost", "passport")) is None


def test_an_option_that_is_no_longer_possible_is_no_reply() -> None:
    assert table().words.reply("丢", "has", ("passport",)) is None


@pytest.mark.parametrize(("text", "is_all"), [("火车呢", True), ("火车几点开", False)])
def test_it_is_known_whether_anything_else_is_said(text: str, is_all: bool) -> None:
    assert table().words.is_all(text) is is_all
