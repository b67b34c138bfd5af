import pytest

from faq.assistant import Assistant, Knowledge
from faq.following import Follower
from faq.model import Context, Facet, Kind, Outcome, Question, Topic
from tests.faq.fakes import FakeJournal, FakeSessions

LOST = Context("id_card_lost", Facet.OVERVIEW)


@pytest.fixture
def follower(knowledge: Knowledge) -> Follower:
    """A chat in which a lost identity card was just answered."""
    return Follower(knowledge.matcher, knowledge.turns, LOST)


def after(knowledge: Knowledge, entry: str, facet: Facet = Facet.OVERVIEW) -> Follower:
    return Follower(knowledge.matcher, knowledge.turns, Context(entry, facet))


@pytest.fixture
def assistant(knowledge: Knowledge) -> Assistant:
    return Assistant(knowledge, FakeSessions(), FakeJournal())


@pytest.mark.parametrize(
    ("text", "facet"),
    [("多少钱", Facet.FEE), ("在哪办", Facet.WHERE), ("要带啥", Facet.MATERIALS)],
)
def test_a_bare_facet_is_asked_of_the_last_answer(
    follower: Follower, text: str, facet: Facet
) -> None:
    assert follower.topic(text) == Topic("id_card_lost", facet)


@pytest.mark.parametrize(
    ("text", "facet"),
    [("唉真麻烦 在哪办", Facet.WHERE), ("辛苦了,要带啥", Facet.MATERIALS)],
)
def test_after_idle_words_a_bare_facet_is_asked_of_the_last_answer(
    follower: Follower, text: str, facet: Facet
) -> None:
    assert follower.topic(text) == Topic("id_card_lost", facet)


@pytest.mark.parametrize("entry", ["passport_first", "dl_renew", "id_card_lost"])
@pytest.mark.parametrize("text", ["我没带身份证", "I have no ID with me"])
async def test_a_situation_that_a_guide_takes_up_starts_it_whatever_came_before(
    knowledge: Knowledge, entry: str, text: str
) -> None:
    assert after(knowledge, entry).topic(text) is None
    assistant = Assistant(
        knowledge, FakeSessions({"chat": Context(entry, Facet.OVERVIEW)}), FakeJournal()
    )
    reply = await assistant.ask(Question(text, "web", "chat"))
    assert reply.outcome is Outcome.GUIDED


@pytest.mark.parametrize("entry", ["passport_first", "id_card_lost"])
def test_a_broad_question_in_so_many_words_ends_the_subject(
    knowledge: Knowledge, entry: str
) -> None:
    assert after(knowledge, entry).matches("办证")[0].topic == "which_apply"


@pytest.mark.parametrize("text", ["办护照多少钱", "那要怎么谢他", "谢谢"])
def test_what_says_more_than_a_facet_is_searched(follower: Follower, text: str) -> None:
    assert follower.topic(text) is None


@pytest.mark.parametrize(
    ("text", "topic"),
    [("能让我媳妇替我去不", "id_card_lost"), ("办护照要多少钱", "passport_first")],
)
def test_what_names_no_object_stays_with_the_last_answer(
    follower: Follower, text: str, topic: str
) -> None:
    assert follower.matches(text)[0].topic == topic


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("no_criminal_record", "教师资格要用的"),
        ("temporary_id_card", "能办银行卡不"),
        ("move_in_house", "房本上我和我弟的名"),
    ],
)
def test_what_may_nearly_as_well_be_about_the_last_answer_stays_with_it(
    knowledge: Knowledge, entry: str, text: str
) -> None:
    alone = knowledge.matcher.search(text)[0].topic
    assert alone != entry
    assert after(knowledge, entry).matches(text)[0].topic == entry


@pytest.mark.parametrize(
    ("text", "kind"),
    [("社保卡丢了去哪补", Kind.REFERRAL), ("谢谢", Kind.SMALL_TALK), ("你好", Kind.SMALL_TALK)],
)
def test_small_talk_and_a_matter_of_others_that_is_named_stand_alone(
    follower: Follower, text: str, kind: Kind
) -> None:
    assert follower.matches(text)[0].kind is kind


@pytest.mark.parametrize("entry", ["passport_renew", "dl_lost"])
@pytest.mark.parametrize("text", ["abc", "1", "哈哈哈", "qwerty", "фыва", "xyz", "??"])
def test_what_says_nothing_does_not_repeat_the_last_answer(
    knowledge: Knowledge, entry: str, text: str
) -> None:
    follower = after(knowledge, entry)
    assert follower.matches(text) == knowledge.matcher.search(text)
    assert follower.topic(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "会通知我吗",
        "电脑坏了办不了呢",
        "窗口不给办咋办",
        "退回来了怎么办",
    ],
)
@pytest.mark.parametrize("entry", ["passport_renew", "dl_lost"])
def test_what_is_surely_half_a_sentence_stays_with_the_last_answer(
    knowledge: Knowledge, text: str, entry: str
) -> None:
    assert after(knowledge, entry).matches(text)[0].topic == entry


def test_what_asks_no_facet_asks_the_one_before(knowledge: Knowledge) -> None:
    visa = after(knowledge, "foreigner_residence_permit", Facet.VALIDITY)
    assert visa.matches("那永久居留呢")[0].facet is Facet.VALIDITY


@pytest.mark.parametrize(
    ("entry", "text", "turned"),
    [
        ("rail_e_temp_proof", "那飞机呢", "air_temp_boarding_proof"),
        ("passport_first", "那小孩的呢", "passport_minor"),
        ("passport_renew", "要是弄丢了呢", "passport_lost"),
        ("id_card_lost", "护照呢", "passport_lost"),
        ("id_card_lost", "那住店呢", "hotel_checkin_without_id"),
        ("id_card_lost", "旧的又找着了呢", "id_card_found"),
        ("id_card_first_issue_minor", "满16了呢", "id_card_first_issue"),
        ("hk_mo_permit", "那签注呢", "hk_mo_endorse_travel"),
        ("residence_permit_apply", "台湾同胞呢", "hmt_residence_permit"),
        ("dl_renew", "我爸72了", "dl_health_70"),
        ("residence_permit_apply", "到期了呢", "residence_permit_endorse"),
        ("foreigner_passport_loss", "and my visa?", "foreigner_visa_reissue"),
        ("passport_first", "how about for my baby?", "passport_minor"),
        ("hk_mo_permit", "台湾的呢", "tw_permit"),
        ("residence_permit_apply", "台湾的呢", "hmt_residence_permit"),
        ("ebike_register", "我说的是摩托", "vehicle_register"),
        ("dl_renew", "过期了咋办", "dl_renew"),
        ("passport_first", "老人呢", "passport_first"),
    ],
)
def test_one_thing_is_changed_and_the_facet_stays(
    knowledge: Knowledge, entry: str, text: str, turned: str
) -> None:
    assert after(knowledge, entry, Facet.FEE).topic(text) == Topic(turned, Facet.FEE)


def test_what_is_lost_leads_to_a_proof_but_not_back(knowledge: Knowledge) -> None:
    assert after(knowledge, "rail_e_temp_proof").topic("没带身份证怎么办") is None


def test_a_thing_and_a_facet_are_changed_together(knowledge: Knowledge) -> None:
    assert after(knowledge, "passport_first", Facet.FEE).topic("小孩的要带什么") == Topic(
        "passport_minor", Facet.MATERIALS
    )


@pytest.mark.parametrize("text", ["在大连呢", "沈阳呢", "我在鞍山", "in Dalian?", "辽B"])
def test_a_city_alone_changes_nothing_else(follower: Follower, text: str) -> None:
    assert follower.topic(text) == Topic("id_card_lost", Facet.OVERVIEW)


@pytest.mark.parametrize("text", ["在大连呢", "in Dalian?", "沈阳多少钱", "沈阳"])
async def test_a_city_that_follows_nothing_is_asked_back(assistant: Assistant, text: str) -> None:
    reply = await assistant.ask(Question(text, "test", "new"))
    assert (reply.outcome, reply.entry) == (Outcome.OFFERED_CHOICES, None)
    assert [choice.entry for choice in reply.choices] == [None]


def test_a_city_and_a_facet_ask_the_facet(follower: Follower) -> None:
    assert follower.topic("在大连要多少钱") == Topic("id_card_lost", Facet.FEE)


def test_the_city_is_the_one_named_else_the_one_before(knowledge: Knowledge) -> None:
    context = Context("id_card_lost", Facet.FEE, "dalian")
    follower = Follower(knowledge.matcher, knowledge.turns, context)
    assert [follower.city(text) for text in ("沈阳呢", "多少钱")] == ["shenyang", "dalian"]


@pytest.mark.parametrize(
    "text", ["全国最堵的城市排名", "世界上最深的湖叫什么", "python里requests超时怎么设定才好"]
)
def test_a_question_of_another_world_is_not_read_with_the_last_answer(
    follower: Follower, text: str
) -> None:
    assert follower.matches(text)[0].topic != "id_card_lost"


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("要不要约号啊", Facet.APPOINTMENT),
        ("让我老舅跑一趟行不", Facet.AGENT),
        ("光带身份证行不", Facet.MATERIALS),
        ("我人在吉林打工呢", Facet.CROSS_REGION),
        ("一直不办会咋样", Facet.LEGAL),
        ("晚了罚款不", Facet.LEGAL),
        ("and if i m late?", Facet.LEGAL),
        ("can my uncle do it for me?", Facet.AGENT),
    ],
)
def test_a_half_sentence_asks_its_facet_of_the_last_answer(
    knowledge: Knowledge, text: str, facet: Facet
) -> None:
    assert after(knowledge, "passport_renew").topic(text) == Topic("passport_renew", facet)


@pytest.mark.parametrize("text", ["边境通行证当天能拿不", "公司注销要什么材料"])
def test_a_half_sentence_with_an_object_of_its_own_is_searched(
    knowledge: Knowledge, text: str
) -> None:
    assert after(knowledge, "passport_renew").topic(text) is None


def test_what_tells_more_of_the_asker_after_an_overview_asks_the_conditions(
    knowledge: Knowledge,
) -> None:
    permit = after(knowledge, "residence_permit_apply")
    best = permit.matches("我是来打工的")[0]
    assert (best.topic, best.facet) == ("residence_permit_apply", Facet.CONDITIONS)


def test_what_was_just_answered_is_not_said_again(knowledge: Knowledge) -> None:
    permit = after(knowledge, "residence_permit_apply", Facet.CONDITIONS)
    assert permit.matches("我是来打工的")[0].facet is not Facet.CONDITIONS


def test_a_half_sentence_that_names_a_thing_asks_in_its_form_too(knowledge: Knowledge) -> None:
    matches = after(knowledge, "vehicle_transfer").matches("原车主不来中不")
    assert {match.facet for match in matches} == {Facet.AGENT}


def test_one_foreign_word_left_says_something(knowledge: Knowledge) -> None:
    assert after(knowledge, "passport_renew").topic("weather in Dalian") is None


def test_without_an_answer_before_nothing_is_followed_up(knowledge: Knowledge) -> None:
    follower = Follower(knowledge.matcher, knowledge.turns, None)
    assert follower.topic("多少钱") is None
    assert follower.matches("办护照要多少钱") == knowledge.matcher.search("办护照要多少钱")


async def test_what_the_last_answer_was_about_may_be_gone(knowledge: Knowledge) -> None:
    sessions = FakeSessions()
    await sessions.remember("chat", Context("gone", Facet.FEE))
    reply = await Assistant(knowledge, sessions, FakeJournal()).ask(
        Question("多少钱", "test", "chat")
    )
    assert (reply.outcome, reply.entry) == (Outcome.OFFERED_CHOICES, None)


async def test_a_bare_question_without_an_answer_before_is_asked_back(
    assistant: Assistant,
) -> None:
    reply = await assistant.ask(Question("多少钱", "test", "new"))
    assert (reply.outcome, reply.entry) == (Outcome.OFFERED_CHOICES, None)
    assert {choice.facet for choice in reply.choices} <= {Facet.FEE, Facet.OVERVIEW}


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("无犯罪带什么", "no_criminal_record"),
        ("无犯罪几天", "no_criminal_record"),
        ("罚单交钱", "fine_payment"),
        ("外地车换辽A", "vehicle_move"),
    ],
)
async def test_what_is_surely_asked_is_answered_though_it_names_no_more_than_a_facet_or_a_city(
    assistant: Assistant, text: str, entry: str
) -> None:
    reply = await assistant.ask(Question(text, "test", "new"))
    assert (reply.outcome, reply.entry) == (Outcome.ANSWERED, entry)


@pytest.mark.parametrize("entry", ["passport_renew", "id_card_lost"])
@pytest.mark.parametrize(
    ("text", "topic"), [("无犯罪带什么", "no_criminal_record"), ("外地车换辽A", "vehicle_move")]
)
def test_what_is_surely_asked_of_another_thing_does_not_follow(
    knowledge: Knowledge, entry: str, text: str, topic: str
) -> None:
    follower = after(knowledge, entry)
    assert follower.topic(text) is None
    assert follower.matches(text)[0].topic == topic


@pytest.mark.parametrize("text", ["护照", "驾照", "身份证?", "证件丢了", "visa"])
async def test_a_word_too_broad_to_answer_gets_choices(assistant: Assistant, text: str) -> None:
    reply = await assistant.ask(Question(text, "test", "new"))
    assert (reply.outcome, reply.entry) == (Outcome.OFFERED_CHOICES, None)
    assert 2 <= len(reply.choices) <= 5


@pytest.mark.parametrize("text", ["那飞机呢", "他能代办不", "过期了呢"])
async def test_a_few_words_that_follow_nothing_get_no_sure_answer(
    assistant: Assistant, text: str
) -> None:
    assert (await assistant.ask(Question(text, "test", "new"))).outcome is not Outcome.ANSWERED


async def test_what_is_offered_first_is_followed_too(assistant: Assistant) -> None:
    offered = await assistant.ask(Question("护照", "test", "chat"))
    followed = await assistant.ask(Question("多少钱", "test", "chat"))
    assert offered.outcome is Outcome.OFFERED_CHOICES
    assert (followed.outcome, followed.facet) == (Outcome.ANSWERED, Facet.FEE)
    assert followed.entry == next(one.entry for one in offered.choices if one.entry)


async def test_a_list_that_was_opened_is_not_followed(assistant: Assistant) -> None:
    await assistant.choose(Question("menu", "test", "chat"))
    assert (await assistant.ask(Question("多少钱", "test", "chat"))).entry is None


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("id_card_lost", "要户口本不"),
        ("foreigner_accommodation", "需要护照吗"),
        ("dog_registration", "打疫苗的本要带不"),
        ("guard_certificate", "要案底证明吗"),
        ("id_card_first_issue_minor", "疫苗本要不"),
        ("vehicle_inspection_mark", "交强险副本带不"),
    ],
)
def test_whether_a_thing_is_needed_is_asked_of_the_last_answer(
    knowledge: Knowledge, entry: str, text: str
) -> None:
    assert after(knowledge, entry).topic(text) == Topic(entry, Facet.MATERIALS)
