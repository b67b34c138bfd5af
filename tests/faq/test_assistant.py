from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faq.assistant import Assistant, Knowledge
from faq.catalogue import Catalogue
from faq.codes import COMMANDS, Answer, Drop, encode
from faq.matching.matcher import Matcher
from faq.model import Alert, BlockKind, Context, Facet, Language, Outcome, Question, Reply
from faq.normalise import traditional
from faq.plain import text
from tests import content
from tests.faq.fakes import FakeJournal, FakeSessions


class DeafSessions(FakeSessions):
    """A storage that cannot delete."""

    async def forget(self, chat: str) -> bool:
        return False


@pytest.fixture
def sessions() -> FakeSessions:
    return FakeSessions()


@pytest.fixture
def journal() -> FakeJournal:
    return FakeJournal()


@pytest.fixture
def assistant(knowledge: Knowledge, sessions: FakeSessions, journal: FakeJournal) -> Assistant:
    """An assistant with the shipped content."""
    return Assistant(knowledge, sessions, journal)


@pytest.fixture
def cheap(tree: Path) -> Knowledge:
    """The small tree."""
    catalogue = content.catalogue(tree)
    return Knowledge(catalogue, Matcher(catalogue))


@pytest.fixture
def small(cheap: Knowledge, sessions: FakeSessions, journal: FakeJournal) -> Assistant:
    """An assistant with the small tree."""
    return Assistant(cheap, sessions, journal)


class ReloadingSessions(FakeSessions):
    """A storage that is asked in the very moment in which the content is replaced."""

    def __init__(self) -> None:
        super().__init__()
        self.reload: Callable[[], None] = lambda: None

    async def context(self, chat: str) -> Context | None:
        self.reload()
        return await super().context(chat)

    async def remember(self, chat: str, context: Context | None) -> None:
        self.reload()
        await super().remember(chat, context)


def question(said: str, language: Language | None = None) -> Question:
    return Question(said, "web", "chat", language)


def shown(reply: Reply) -> str:
    """Everything a citizen can read, the titles of links included."""
    titles = [link.title for block in reply.blocks for link in block.links]
    return "\n".join([text(reply), *titles])


@pytest.mark.parametrize(
    ("said", "entry", "facets"),
    [
        ("身份证丢了怎么补办", "id_card_lost", {Facet.OVERVIEW}),
        ("办护照多少钱", "passport_first", {Facet.FEE}),
        ("没带身份证怎么坐高铁", "rail_e_temp_proof", {Facet.OVERVIEW, Facet.STEPS}),
        ("暂住证在哪办", "residence_permit_apply", {Facet.WHERE}),
        ("驾照到期了人在外地能换吗", "dl_renew", {Facet.CROSS_REGION}),
    ],
)
async def test_the_questions_of_the_first_issue_are_answered(
    assistant: Assistant, said: str, entry: str, facets: set[Facet]
) -> None:
    reply = await assistant.ask(question(said))
    assert (reply.outcome, reply.entry) == (Outcome.ANSWERED, entry)
    assert reply.facet in facets


@pytest.mark.parametrize(
    "said", ["", "   ", "\n", "?!", "。。。", "👮🏻‍♀️🚓", "\u200b", "\u0301" * 100_000]
)
async def test_a_message_without_letters_is_asked_for_a_question(
    assistant: Assistant, said: str
) -> None:
    reply = await assistant.ask(question(said, Language.ZH))
    assert reply.outcome is Outcome.NO_MATCH
    assert reply.blocks[0].text == assistant.phrase("empty", Language.ZH)


async def test_a_very_long_message_is_answered_and_told_that_it_was_shortened(
    assistant: Assistant,
) -> None:
    reply = await assistant.ask(question("身份证丢了怎么补办," * 10_000))
    assert reply.outcome in {Outcome.ANSWERED, Outcome.OFFERED_CHOICES}
    assert reply.blocks[-1].text == assistant.phrase("shortened", Language.ZH)


async def test_a_message_of_nonsense_is_told_that_nothing_was_found(assistant: Assistant) -> None:
    reply = await assistant.ask(question("龘靐齉爩" * 20))
    assert reply.outcome is Outcome.NO_MATCH


async def test_a_broken_surrogate_does_not_stop_the_answer(assistant: Assistant) -> None:
    reply = await assistant.ask(question("身份证丢了怎么补办\ud83d"))
    assert reply.entry == "id_card_lost"


async def test_a_traditional_question_has_a_traditional_reply(assistant: Assistant) -> None:
    reply = await assistant.ask(question("身份證丟了怎麼補辦"))
    assert (reply.language, reply.entry) == (Language.ZH_HANT, "id_card_lost")
    assert shown(reply) == traditional(shown(reply))


async def test_a_reply_is_traditional_where_the_asker_chose_it(assistant: Assistant) -> None:
    reply = await assistant.ask(question("身份证丢了怎么补办", Language.ZH_HANT))
    assert reply.blocks[0].text == traditional(reply.blocks[0].text)


async def test_the_language_chosen_wins_over_the_letters(assistant: Assistant) -> None:
    reply = await assistant.ask(question("身份证丢了怎么补办", Language.EN))
    assert (reply.language, reply.entry) == (Language.EN, "id_card_lost")
    assert assistant.phrase("sources", Language.EN, sources="", compiled="")[:6] in text(reply)


@pytest.mark.parametrize("language", [Language.JA, Language.KO, Language.RU])
async def test_other_languages_get_english_texts(small: Assistant, language: Language) -> None:
    reply = await small.choose(question(encode(Answer("card_lost", Facet.FEE)), language))
    assert (reply.language, reply.blocks[0].text) == (language, "A new card costs CNY 40.")


@pytest.mark.parametrize(
    ("said", "facet"),
    [
        ("在哪办", Facet.WHERE),
        ("多少钱", Facet.FEE),
        ("要带什么", Facet.MATERIALS),
        ("要多久", Facet.DURATION),
        ("能网上办吗", Facet.ONLINE),
    ],
)
async def test_a_follow_up_is_about_what_was_answered_last(
    assistant: Assistant, said: str, facet: Facet
) -> None:
    await assistant.ask(question("身份证丢了怎么补办"))
    reply = await assistant.ask(question(said))
    assert (reply.entry, reply.facet) == ("id_card_lost", facet)


@pytest.mark.parametrize(
    ("said", "entry"),
    [
        ("那我找谁去", "social_insurance"),
        ("要带什么", "social_insurance"),
        ("护照怎么办", "passport_first"),
    ],
    ids=["half a sentence", "a facet", "a whole question"],
)
async def test_what_only_follows_a_referral_is_referred_again(
    assistant: Assistant, said: str, entry: str
) -> None:
    assert (await assistant.ask(question("社保卡丢了在哪补"))).outcome is Outcome.OUT_OF_SCOPE
    assert (await assistant.ask(question(said))).entry == entry


async def test_a_referral_leaves_the_guide_in_hand(
    assistant: Assistant, sessions: FakeSessions
) -> None:
    sessions.contexts["chat"] = Context("id_card_lost", Facet.OVERVIEW, guide="g:temporary_id:nt")
    assert (await assistant.ask(question("社保卡丢了在哪补"))).outcome is Outcome.OUT_OF_SCOPE
    assert sessions.contexts["chat"].guide == "g:temporary_id:nt"


async def test_a_city_dropped_after_a_referral_says_where_to_turn(
    assistant: Assistant, sessions: FakeSessions
) -> None:
    sessions.contexts["chat"] = Context("social_insurance", Facet.OVERVIEW, "shenyang")
    reply = await assistant.choose(question(encode(Drop("city"))))
    assert (reply.outcome, reply.entry) == (Outcome.OUT_OF_SCOPE, "social_insurance")


async def test_an_answer_is_remembered(small: Assistant, sessions: FakeSessions) -> None:
    await small.choose(question(encode(Answer("card_lost", Facet.FEE))))
    assert sessions.contexts == {"chat": Context("card_lost", Facet.FEE)}


async def test_forget_deletes_what_is_remembered_of_this_chat_only(
    small: Assistant, sessions: FakeSessions
) -> None:
    lost = Context("card_lost", Facet.FEE)
    sessions.contexts |= {"chat": lost, "other": lost}
    reply = await small.choose(question("forget"))
    assert sessions.contexts == {"other": lost}
    assert reply.blocks[0].text == small.phrase("forgotten", Language.ZH)


async def test_what_could_not_be_deleted_is_not_said_to_be(tree: Path) -> None:
    catalogue = content.catalogue(tree)
    knowledge = Knowledge(catalogue, Matcher(catalogue))
    assistant = Assistant(knowledge, DeafSessions(), FakeJournal())
    reply = await assistant.choose(question("forget"))
    assert reply.outcome is Outcome.FAILED
    assert reply.blocks[0].text == assistant.phrase("not_forgotten", Language.ZH)


async def test_small_talk_does_not_change_what_is_remembered(
    small: Assistant, sessions: FakeSessions
) -> None:
    sessions.contexts["chat"] = Context("card_lost", Facet.FEE)
    assert (await small.ask(question("你好"))).outcome is Outcome.SMALL_TALK
    assert sessions.contexts == {"chat": Context("card_lost", Facet.FEE)}


async def test_a_context_whose_entry_is_gone_does_not_stop_the_answer(
    small: Assistant, sessions: FakeSessions
) -> None:
    sessions.contexts["chat"] = Context("card_gone", Facet.OVERVIEW)
    reply = await small.ask(question("龘靐齉爩"))
    assert reply.outcome is Outcome.NO_MATCH


async def test_every_reply_carries_the_version_and_is_journaled(
    small: Assistant, journal: FakeJournal
) -> None:
    replies = [await small.ask(question("身份证丢了怎么补办")), await small.choose(question("x"))]
    assert [reply.version for reply in replies] == [small.version] * 2
    assert [(one.channel, one.reply) for one in journal.records] == [
        ("web", reply) for reply in replies
    ]


async def test_the_journal_gets_what_was_typed_without_numbers_and_nothing_of_a_press(
    small: Assistant, journal: FakeJournal
) -> None:
    await small.ask(question("身份证11010519491231002X丢了怎么补办"))
    await small.choose(question("menu"))
    assert [one.question for one in journal.records] == ["身份证 丢了怎么补办", None]


async def test_each_turn_has_an_id_in_the_reply_and_in_the_journal(
    knowledge: Knowledge, journal: FakeJournal
) -> None:
    ids = map(str, range(10))
    assistant = Assistant(knowledge, FakeSessions(), journal, new_id=lambda: next(ids))
    replies = [await assistant.ask(question("你好")) for _ in range(2)]
    assert [reply.id for reply in replies] == [one.id for one in journal.records] == ["0", "1"]


async def test_a_choice_shows_what_it_names(small: Assistant) -> None:
    reply = await small.choose(question(encode(Answer("card_lost", Facet.FEE))))
    assert (reply.outcome, reply.entry, reply.facet) == (
        Outcome.ANSWERED,
        "card_lost",
        Facet.FEE,
    )


@pytest.mark.parametrize(
    "code",
    ["", "x", "e:card_gone:o", "e:card_lost:z", "p:c:none:1", "p:c:identity_card:9", "\ud800"],
)
async def test_an_unknown_choice_is_told_so_and_shown_the_menu(small: Assistant, code: str) -> None:
    reply = await small.choose(question(code))
    menu = await small.choose(question("menu"))
    assert [block.text for block in reply.blocks] == [small.phrase("unknown_choice", Language.ZH)]
    assert reply.choices == menu.choices


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", Language)
async def test_every_command_has_a_reply_in_every_language(
    small: Assistant, command: str, language: Language
) -> None:
    reply = await small.choose(question(command, language))
    assert (reply.outcome, reply.language) == (Outcome.GUIDED, language)
    assert (reply.blocks[0].kind, reply.choices != ()) == (BlockKind.LEAD, True)


async def test_every_button_that_is_shown_leads_somewhere(assistant: Assistant) -> None:
    menu = await assistant.choose(question("menu"))
    pages = [await assistant.choose(question(choice.code)) for choice in menu.choices]
    unknown = assistant.phrase("unknown_choice", Language.ZH)
    dead = [
        choice.code
        for page in pages
        for choice in page.choices
        if (await assistant.choose(question(choice.code))).blocks[0].text == unknown
    ]
    assert (dead, len(pages) > 10) == ([], True)


async def test_every_shipped_entry_has_a_reply_to_every_facet_in_traditional(
    assistant: Assistant, shipped: Catalogue
) -> None:
    for name in shipped.entries:
        reply = await assistant.choose(
            question(encode(Answer(name, Facet.OVERVIEW)), Language.ZH_HANT)
        )
        assert reply.outcome is Outcome.ANSWERED


def test_a_phrase_is_said_in_the_script_of_the_asker(small: Assistant) -> None:
    said = [small.phrase("to_menu", one) for one in (Language.ZH, Language.ZH_HANT)]
    assert said == ["全部分类", "全部分類"]


@given(said=st.text(alphabet=st.characters(exclude_categories=[]), max_size=80))
@settings(deadline=None, max_examples=200)
async def test_any_text_has_a_reply(knowledge: Knowledge, said: str) -> None:
    reply = await Assistant(knowledge, FakeSessions(), FakeJournal()).ask(question(said))
    assert reply.blocks[0].kind in {BlockKind.LEAD, BlockKind.CARD}


async def test_a_personal_number_is_hidden_and_the_question_still_answered(
    assistant: Assistant, journal: FakeJournal
) -> None:
    reply = await assistant.ask(question("身份证11010519491231002X丢了怎么补办"))
    assert reply.entry == "id_card_lost"
    assert "您消息里的身份证号已经隐去" in text(reply)
    assert "11010519491231002X" not in repr((reply, journal))


async def test_a_bare_number_gets_no_answer_but_the_word_that_it_was_hidden(
    assistant: Assistant,
) -> None:
    reply = await assistant.ask(question("11010519491231002X"))
    assert reply.outcome is Outcome.NO_MATCH
    assert "身份证号已经隐去" in text(reply)


# The content is replaced.


@pytest.fixture
def dearer(tree: Path, cheap: Knowledge) -> Knowledge:
    """The small tree with another fee, and what was learnt before."""
    content.damage(tree, content.ITEMS, "amount: 40元", "amount: 60元")
    catalogue = content.catalogue(tree)
    return Knowledge(catalogue, Matcher(catalogue, cheap.matcher.learned))


async def test_replaced_content_answers_at_once(small: Assistant, dearer: Knowledge) -> None:
    before = await small.ask(question("补身份证多少钱"))
    small.replace(dearer)
    after = await small.ask(question("补身份证多少钱"))
    assert "40元" in text(before)
    assert "60元" in text(after)
    assert before.version != after.version == small.version == dearer.catalogue.version


async def test_a_question_in_hand_ends_on_the_content_it_began_with(
    cheap: Knowledge, dearer: Knowledge
) -> None:
    sessions = ReloadingSessions()
    assistant = Assistant(cheap, sessions, FakeJournal())
    sessions.reload = lambda: assistant.replace(dearer)
    reply = await assistant.ask(question("补身份证多少钱"))
    assert assistant.version == dearer.catalogue.version
    assert reply.version == cheap.catalogue.version
    assert "40元" in text(reply)


@pytest.mark.parametrize(
    ("first", "then", "alert"),
    [("护照到期怎么换", "我儿子三岁", None), ("护照到期怎么换", "我儿子不见了", Alert.MISSING)],
    ids=["an age", "a missing child"],
)
async def test_a_case_that_follows_an_answer_is_no_alarm_unless_it_is_grave(
    assistant: Assistant, first: str, then: str, alert: Alert | None
) -> None:
    await assistant.ask(question(first))
    assert (await assistant.ask(question(then))).alert is alert


async def test_a_guide_about_the_danger_goes_on_below_the_card(
    assistant: Assistant, sessions: FakeSessions
) -> None:
    sessions.contexts["chat"] = Context("fraud_stop_payment", Facet.OVERVIEW, guide="g:defrauded:")
    reply = await assistant.ask(question("转了两万"))
    assert (reply.alert, reply.guide) == (Alert.FRAUD, "g:defrauded:mp")
    assert "什么时候转的?" in [block.text for block in reply.blocks]


@pytest.mark.parametrize("said", ["买个假的多少钱", "那找人弄个假的呢"])
async def test_a_wrong_that_follows_a_lawful_matter_is_refused(
    assistant: Assistant, said: str
) -> None:
    await assistant.ask(question("新公司刻公章要备案吗"))
    assert (await assistant.ask(question(said))).outcome is Outcome.REFUSED
