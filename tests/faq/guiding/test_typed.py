import pytest

from faq.guides.guide import Answers, Guide
from faq.guiding.conversation import Conversation
from faq.guiding.typed import in_hand, is_plain_reply, is_waiting, shrug, typed
from faq.model import Outcome, Reply

NEED = "g:temporary_id:"
HAS = "g:temporary_id:nthn"
PHONE = "g:temporary_id:ntaf"
SHEET = "g:temporary_id:ntafcy"


def nothing_asked(text: str) -> bool:
    return False


def asked(text: str) -> bool:
    return True


def in_hand_of(conversation: Conversation, state: str) -> tuple[Guide, Answers]:
    found = in_hand(conversation, state)
    assert found is not None
    return found


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
        pytest.param(SHEET, "那住酒店呢", "g:temporary_id:nhafcy", id="put like a follow-up"),
        pytest.param(
            SHEET, "手机没电了怎么办", "g:temporary_id:ntafcn", id="something else of the same case"
        ),
        pytest.param(PHONE, "忘带了", PHONE, id="what is known already"),
        pytest.param(PHONE, "我不知道", PHONE, id="no answer, and said so"),
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
        pytest.param(SHEET, "身份证丢了要怎么补办", id="the card itself, after the sheet"),
        pytest.param(SHEET, "我不知道", id="not knowing, when nothing was asked"),
    ],
)
def test_another_matter_is_left_to_the_answers(
    chinese: Conversation, state: str, text: str
) -> None:
    assert typed(chinese, state, text, nothing_asked) is None


@pytest.mark.parametrize("text", ["说不准", "不知道啊", "随便吧", "都行", "我也不知道该选哪个"])
def test_who_does_not_know_or_mind_is_told_what_to_choose(chinese: Conversation, text: str) -> None:
    reply = typed(chinese, PHONE, text, nothing_asked)
    assert reply is not None
    assert reply.blocks[0].text.startswith("说不准")
    assert reply.choices == chinese.go_on(*in_hand_of(chinese, PHONE)).choices


def test_a_question_that_asks_a_facet_is_another_matter(chinese: Conversation) -> None:
    assert typed(chinese, NEED, "火车票改签要多少钱", asked) is None


def test_a_guide_waits_until_its_sheet(chinese: Conversation) -> None:
    assert is_waiting(chinese, PHONE)
    assert not is_waiting(chinese, SHEET)


@pytest.mark.parametrize(
    ("text", "is_plain"), [("丢了", True), ("算了吧", True), ("我儿子丢了", False), ("救命", False)]
)
def test_only_an_answer_just_offered_or_a_word_to_steer_is_as_good_as_a_press(
    chinese: Conversation, text: str, is_plain: bool
) -> None:
    assert is_plain_reply(chinese, HAS, text) is is_plain


@pytest.mark.parametrize(
    ("text", "says"),
    [("算了", "先不问了"), ("随便啊", "没关系"), ("返回", "没关系"), ("重新开始", "没关系")],
)
def test_without_a_guide_such_words_are_small_talk(
    chinese: Conversation, text: str, says: str
) -> None:
    reply = shrug(chinese, text)
    assert reply is not None
    assert (reply.outcome, reply.entry) == (Outcome.SMALL_TALK, None)
    assert says in reply.blocks[0].text
    assert reply.choices


@pytest.mark.parametrize("text", ["不知道要带什么", "算了还是问一下护照", "取消预约", ""])
def test_what_says_more_is_no_such_word(chinese: Conversation, text: str) -> None:
    assert shrug(chinese, text) is None
