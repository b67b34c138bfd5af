import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.faq.guides.files import table, tree

_CODES = st.text(alphabet="nhwpxtlyfc019:", max_size=24)


def test_answers_come_back_from_a_button_in_the_order_given() -> None:
    guide = table()
    answers = {"has": "lost", "need": "train"}
    assert list((guide.replay(guide.encode(answers)) or {}).items()) == list(answers.items())


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("zz", id="no such question"),
        pytest.param("nz", id="no such option"),
        pytest.param("n", id="half a pair"),
        pytest.param("ntnp", id="a question answered twice"),
        pytest.param("hpwc", id="answers that cannot go together"),
        pytest.param("NT", id="other letters"),
        pytest.param("身份", id="no code at all"),
    ],
)
def test_a_button_that_was_never_made_is_not_replayed(path: str) -> None:
    assert table().replay(path) is None


@given(path=_CODES)
def test_any_replay_ends_in_a_question_or_an_outcome(path: str) -> None:
    for guide in (table(), tree()):
        answers = guide.replay(path)
        if answers is not None:
            assert guide.encode(answers) == path
            guide.node(answers)


def test_a_new_answer_replaces_the_old_one_and_keeps_the_others() -> None:
    changed = table().changed({"need": "train", "has": "lost"}, {"need": "plane"})
    assert changed == {"need": "plane", "has": "lost"}


def test_an_old_answer_that_cannot_go_with_the_new_one_falls_away() -> None:
    changed = table().changed({"who": "citizen", "need": "train"}, {"has": "passport"})
    assert changed == {"need": "train", "has": "passport"}


def test_new_answers_that_contradict_each_other_change_nothing() -> None:
    given = {"has": "passport", "who": "citizen"}
    assert table().changed({"need": "train"}, given) == {"need": "train"}
