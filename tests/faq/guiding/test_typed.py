import pytest

from faq.guiding.conversation import Conversation
from faq.guiding.typed import is_plain_reply, is_waiting, typed
from faq.model import Reply

NEED = "g:temporary_id:"
HAS = "g:temporary_id:nthn"
PHONE = "g:temporary_id:ntaf"
SHEET = "g:temporary_id:ntafcy"


def nothing_asked(text: str) -> bool:
    return False


def asked(text: str) -> bool:
    return True


def code(reply: Reply | None) -> str:
    assert reply is not None
    return reply.guide


@pytest.mark.parametrize(
    ("state", "text", "after"),
    [
        pytest.param(NEED, "坐火车、高铁", "g:temporary_id:nt", id="a label"),
        pytest.param(NEED, "2", "g:temporary_id:nf", id="a number"),
        pytest.param(HAS, "丢了", "g:temporary_id:nthnal", id="a word"),
        pytest.param(PHONE, "没有", "g:temporary_id:ntafcn", id="a reply to this question only"),
        pytest.param(
            NEED,
            "我在沈阳北站,身份证丢了,半小时后的高铁",
            "g:temporary_id:ntpsalhn",
            id="many at once",
        ),
        pytest.param(
            HAS, "改坐飞机了", "g:temporary_id:nfhn", id="another answer to a step before"
        ),
        pytest.param(SHEET, "飞机呢", "g:temporary_id:nfafcy", id="another purpose on the sheet"),
        pytest.param(PHONE, "上一步", "g:temporary_id:nt", id="back"),
        pytest.param(PHONE, "重新开始", NEED, id="start over"),
        pytest.param(PHONE, "不选了", "", id="leave"),
    ],
)
def test_what_is_typed_moves_the_guide(
    chinese: Conversation, state: str, text: str, after: str
) -> None:
    assert sorted(code(typed(chinese, state, text, nothing_asked))) == sorted(after)


@pytest.mark.parametrize(
    ("state", "text"),
    [
        pytest.param("", "坐火车", id="no guide in hand"),
        pytest.param("g:gone:", "坐火车", id="a guide that is gone"),
        pytest.param("g:temporary_id:zz", "坐火车", id="a step that is gone"),
        pytest.param(NEED, "你好", id="words that answer nothing"),
        pytest.param(SHEET, "火车站附近有派出所吗", id="a question after the sheet"),
    ],
)
def test_another_matter_is_left_to_the_answers(
    chinese: Conversation, state: str, text: str
) -> None:
    assert typed(chinese, state, text, nothing_asked) is None


def test_a_question_that_asks_a_facet_is_another_matter(chinese: Conversation) -> None:
    assert typed(chinese, NEED, "火车票改签要多少钱", asked) is None


def test_a_guide_waits_until_its_sheet(chinese: Conversation) -> None:
    assert is_waiting(chinese, PHONE)
    assert not is_waiting(chinese, SHEET)


@pytest.mark.parametrize(
    ("text", "is_plain"), [("丢了", True), ("我儿子丢了", False), ("救命", False)]
)
def test_only_an_answer_just_offered_is_as_good_as_a_press(
    chinese: Conversation, text: str, is_plain: bool
) -> None:
    assert is_plain_reply(chinese, HAS, text) is is_plain
