from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from faq.codes import MAX_BYTES, Guide, decode
from faq.guiding.conversation import Conversation
from faq.model import Outcome, Reply

START = Guide("temporary_id")
_PATHS = st.text(alphabet="nhawpcbtfdlsxrmoek0129:é", max_size=44)


def press(conversation: Conversation, path: str = "") -> Reply:
    reply = conversation.press(Guide("temporary_id", path))
    assert reply is not None
    return reply


def labels(reply: Reply) -> list[str]:
    return [choice.label for choice in reply.choices]


def lead(reply: Reply) -> str:
    return reply.blocks[0].text


def test_a_guide_begins_with_its_first_question(chinese: Conversation) -> None:
    reply = press(chinese)
    assert (reply.outcome, reply.entry) == (Outcome.GUIDED, "temp_identity_proof_police")
    assert lead(reply) == "您要用证件办哪件事?"
    assert "上一步" not in labels(reply)


def test_every_button_carries_the_whole_state(chinese: Conversation) -> None:
    reply = press(chinese, "ntac")
    following = [decode(choice.code) for choice in press(chinese, "ntaf").choices]
    assert reply.outcome is Outcome.GUIDED
    assert Guide("temporary_id", "ntafcy") in following
    assert Guide("temporary_id", "nt") in following
    assert Guide("temporary_id") in following


def test_a_question_is_about_what_was_chosen_so_far(chinese: Conversation) -> None:
    assert press(chinese, "nh").entry == "hotel_checkin_without_id"


def test_the_sheet_is_about_its_first_entry_and_has_its_sources(chinese: Conversation) -> None:
    reply = press(chinese, "ntafcy")
    assert (reply.outcome, reply.entry) == (Outcome.GUIDED, "rail_e_temp_proof")
    assert reply.sources


def test_each_answer_on_a_sheet_can_be_changed(chinese: Conversation) -> None:
    reply = press(chinese, "ntafcy")
    changed = next(choice for choice in reply.choices if choice.label == "改:用途")
    again = press(chinese, changed.code.split(":")[2])
    assert lead(again) == "您要用证件办哪件事?"
    assert "您说的情况:身份证没带在身上 / 手机: 有" in {block.text for block in again.blocks}


def test_a_button_of_a_step_that_is_gone_starts_the_guide_anew_and_says_so(
    chinese: Conversation,
) -> None:
    reply = press(chinese, "n9")
    assert lead(reply).startswith("这份指引的内容改过了")
    assert reply.blocks[1].text == "您要用证件办哪件事?"


def test_a_guide_that_is_gone_is_none_of_ours(chinese: Conversation) -> None:
    assert chinese.press(Guide("no_such_guide")) is None


@given(path=_PATHS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_any_code_ends_in_a_question_or_a_sheet(chinese: Conversation, path: str) -> None:
    reply = press(chinese, path)
    assert reply.outcome is Outcome.GUIDED
    assert all(len(choice.code.encode()) <= MAX_BYTES for choice in reply.choices)


def test_the_guide_speaks_english(english: Conversation) -> None:
    reply = press(english, "ntafcy")
    assert "24 hours from when it is granted" in "\n".join(
        line for block in reply.blocks for line in (block.text, *block.items)
    )
