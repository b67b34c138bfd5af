import pytest

from faq.assistant import Knowledge


@pytest.mark.parametrize(
    ("text", "topic"),
    [("晚安", "bye"), ("废物", "insult"), ("你说啥", "repeat"), ("证丢了", "which_document_lost")],
)
def test_small_talk_or_a_broad_question_word_for_word_is_that(
    knowledge: Knowledge, text: str, topic: str
) -> None:
    assert knowledge.matcher.search(text)[0].topic == topic
