import pytest

from faq.assistant import Knowledge
from faq.openness import Openness


@pytest.fixture
def openness(knowledge: Knowledge) -> Openness:
    return Openness(knowledge.matcher, knowledge.turns)


@pytest.mark.parametrize("text", ["那老人呢", "那小孩的呢", "要不要本人去", "how about the fee?"])
def test_half_a_sentence_is_never_sure_alone(openness: Openness, text: str) -> None:
    assert not openness.is_sure(text, openness.matcher.search(text))


@pytest.mark.parametrize("text", ["办证", "本没了", "exam"])
def test_what_means_several_entries_alike_is_never_sure(openness: Openness, text: str) -> None:
    assert not openness.is_sure(text, openness.matcher.search(text))


@pytest.mark.parametrize(
    "text", ["狗证怎么办", "驾照丢了怎么补呢", "养狗要交多少钱", "想给孩子上户口", "护照怎么换"]
)
def test_a_whole_question_is_sure(openness: Openness, text: str) -> None:
    assert openness.is_sure(text, openness.matcher.search(text))


def test_half_a_sentence_is_likelier_one_than_a_whole_one_is(openness: Openness) -> None:
    half, whole = (
        openness.half(text, openness.matcher.search(text))
        for text in ("那得等几天", "驾照丢了怎么补")
    )
    assert half > whole


@pytest.mark.parametrize(
    ("text", "is_open"),
    [("要带啥", True), ("周六上班吗", True), ("晚了罚款不", True), ("驾照丢了怎么补", False)],
)
def test_what_is_about_nothing_in_particular_is_open(
    openness: Openness, text: str, is_open: bool
) -> None:
    assert openness.is_open(text, openness.turns.read(text)) is is_open
