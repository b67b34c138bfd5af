"""What is needed and what is in hand, told in one message, with the shipped guides."""

import pytest

from faq.assistant import Assistant, Knowledge
from faq.guiding.conversation import Conversation
from faq.guiding.deciding import decided, decided_beside
from faq.model import Choice, Facet, Language, Outcome, Question, Reply, Topic
from tests.faq.fakes import FakeJournal, FakeSessions


def nothing_asked(_text: str) -> bool:
    return False


def asked(_text: str) -> bool:
    return True


def found(entry: str, facet: Facet = Facet.OVERVIEW, **more: object) -> Reply:
    """What was found without the guide."""
    return Reply(Outcome.ANSWERED, (), Language.ZH, entry=entry, facet=facet, **more)  # type: ignore[arg-type]


# What is told, what was found, the proof that goes first, and what its sheet must say.
SHEETS = [
    ("身份证裂了明天飞三亚", "id_card_damaged", "air_temp_boarding_proof", "换领"),
    ("身份证消磁了,明早八点的高铁", "id_card_damaged", "rail_e_temp_proof", "换领"),
    ("身份证折断了下周考公务员", "id_card_damaged", "id_card_exam_green", "临时居民身份证"),
    ("身份证过期了今天的飞机", "id_card_renewal", "air_paper_proof", "换领"),
    ("新证还没下来,后天坐火车", "id_card_renewal", "rail_e_temp_proof", "临时居民身份证"),
    ("没办过身份证的小孩 坐飞机", "air_temp_boarding_proof", "air_paper_proof", "户口簿"),
    ("手机没电,身份证也没带,高铁快开了", "rail_e_temp_proof", "rail_paper_temp_proof", "人工"),
    ("身份证丢了,后天坐大巴", "id_card_lost", "temp_identity_proof_police", "客运站"),
]


@pytest.mark.parametrize(("text", "other", "entry", "says"), SHEETS, ids=[one[0] for one in SHEETS])
def test_the_sheet_for_the_need_goes_before_what_is_wrong_with_the_card(
    chinese: Conversation, text: str, other: str, entry: str, says: str
) -> None:
    reply = decided(chinese, found(other), text, nothing_asked)
    assert reply is not None
    assert reply.entry == entry
    assert says in "".join(block.text + "".join(block.items) for block in reply.blocks)


def test_what_was_understood_is_shown_on_the_sheet(chinese: Conversation) -> None:
    reply = decided(chinese, found("id_card_damaged"), "身份证裂了明天飞三亚", nothing_asked)
    assert reply is not None
    assert reply.blocks[1].text == "您说的情况:身份证坏了、刷不出来 / 明天或更晚 / 坐国内飞机"


def test_where_the_proof_depends_on_more_that_is_asked(chinese: Conversation) -> None:
    text = "儿子没办过身份证,明天坐高铁"
    reply = decided(chinese, found("rail_e_temp_proof"), text, nothing_asked)
    assert reply is not None
    assert reply.blocks[0].text == "证件是谁的?"


def test_several_that_were_offered_give_way_too(chinese: Conversation) -> None:
    offered = Reply(
        Outcome.OFFERED_CHOICES, (), Language.ZH, choices=(Choice("", "", "id_card_damaged"),)
    )
    reply = decided(chinese, offered, "身份证刷不出来,高铁进不去站了", nothing_asked)
    assert reply is not None
    assert reply.entry == "rail_e_temp_proof"


def test_a_sheet_of_the_same_entry_is_for_just_this_person(chinese: Conversation) -> None:
    same = found("temp_identity_proof_police", Facet.LEGAL)
    reply = decided(chinese, same, "身份证忘带了,坐长途大巴", nothing_asked)
    assert reply is not None
    assert (reply.entry, reply.facet) == ("temp_identity_proof_police", Facet.OVERVIEW)


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        pytest.param("我在沈阳北站,身份证丢了,半小时后的高铁", "rail_e_temp_proof", id="serves"),
        pytest.param("身份证裂了明天飞三亚", "air_paper_proof", id="serves too"),
        pytest.param("身份证裂了怎么换", "id_card_damaged", id="no need is told"),
        pytest.param("没带身份证的丢了高铁票", "rail_tickets", id="nothing of the guide's"),
        pytest.param("丢了高铁票怎么办", "id_card_lost", id="another thing in the same words"),
    ],
)
def test_the_answer_stands(chinese: Conversation, text: str, entry: str) -> None:
    assert decided(chinese, found(entry), text, nothing_asked) is None


def test_what_else_is_asked_is_answered(chinese: Conversation) -> None:
    fee = found("id_card_renewal", Facet.FEE)
    assert decided(chinese, fee, "身份证过期了换证多少钱,月底坐飞机", asked) is None


def test_what_a_sheet_says_as_well_is_asked_of_the_sheet(chinese: Conversation) -> None:
    what_to_bring = found("air_temp_boarding_proof", Facet.MATERIALS)
    text = "没办过身份证的小孩 坐飞机要带什么"
    assert decided(chinese, what_to_bring, text, asked) is not None


def test_several_questions_at_once_stay_together(chinese: Conversation) -> None:
    two = found("id_card_damaged", more=(Topic("rail_e_temp_proof", Facet.OVERVIEW),))
    assert decided(chinese, two, "身份证裂了明天飞三亚", nothing_asked) is None


def test_a_matter_of_others_does_not_hide_the_card_that_was_lost(chinese: Conversation) -> None:
    def answer(clause: str) -> Reply:
        return found("id_card_lost" if "身份证" in clause else "marriage_registration")

    reply = decided_beside(chinese, "身份证丢了 下周去民政局领结婚证", answer)
    assert reply is not None
    assert (reply.outcome, reply.blocks[0].text) == (Outcome.GUIDED, "证件是谁的?")


@pytest.mark.parametrize(
    "text",
    ["社保卡丢了 去银行补要带身份证吗", "结婚证丢了,离婚要带身份证吗", "下周去民政局领结婚证"],
)
async def test_what_others_issue_and_was_lost_stays_theirs(knowledge: Knowledge, text: str) -> None:
    assistant = Assistant(knowledge, FakeSessions(), FakeJournal())
    reply = await assistant.ask(Question(text, "web", "chat"))
    assert reply.outcome is Outcome.OUT_OF_SCOPE


async def test_what_is_certain_and_on_no_sheet_is_answered(knowledge: Knowledge) -> None:
    assistant = Assistant(knowledge, FakeSessions(), FakeJournal())
    asked = Question("身份证没了,怕有人冒用去贷款,先挂失", "web", "chat")
    reply = await assistant.ask(asked)
    assert (reply.outcome, reply.entry) == (Outcome.ANSWERED, "id_card_loss_report")


# Whatever is found for these, it is something that serves the need.
SERVED = [
    ("身份证掉水里看不清了 两小时后登机", ("air_temp_boarding_proof", "air_paper_proof")),
    ("身份证过期了明早坐高铁", ("rail_e_temp_proof", "rail_paper_temp_proof")),
    ("身份证过期了,现在在酒店前台办不了入住", ("hotel_checkin_without_id",)),
    ("我是外国人护照丢了 今晚住酒店怎么办", ("foreigner_passport_loss",)),
    ("带孩子坐飞机,娃没办过身份证咋办", ("air_paper_proof",)),
]


@pytest.mark.parametrize(("text", "entries"), SERVED, ids=[one[0] for one in SERVED])
async def test_the_whole_assistant_serves_the_need(
    knowledge: Knowledge, text: str, entries: tuple[str, ...]
) -> None:
    assistant = Assistant(knowledge, FakeSessions(), FakeJournal())
    reply = await assistant.ask(Question(text, "web", "chat"))
    assert reply.entry in entries
