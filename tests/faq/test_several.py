import pytest

from faq.assistant import Assistant, Knowledge
from faq.model import BlockKind, Question
from faq.several import several
from tests.faq.fakes import FakeJournal, FakeSessions


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("身份证丢了怎么补，办护照多少钱", ["id_card_lost", "passport_first"]),
        ("居住证怎么办？顺便问下换驾照去哪", ["residence_permit_apply", "dl_renew"]),
        (
            "身份证丢了怎么补办?护照到期怎么换?狗证去哪办?养犬登记多少钱?公章丢了怎么补刻?",
            ["id_card_lost", "passport_renew", "dog_registration"],
        ),
    ],
)
def test_each_clear_question_is_found_up_to_three(
    knowledge: Knowledge, text: str, topics: list[str]
) -> None:
    assert [match.topic for match in several(text, knowledge.matcher)] == topics


@pytest.mark.parametrize(
    "text",
    [
        "身份证丢了怎么补办",
        "身份证丢了怎么补办，要多少钱，几天能拿到",
        "我在沈阳上大学，身份证丢了，户口在老家，怎么补",
        "护照到期了，怎么换",
        "户口在外地，第一次办身份证，我在大连能办吗，非得坐火车回去吗",
        "过完户以后想查那车还有没有老违章",
        "",
    ],
)
def test_a_question_about_one_thing_is_one(knowledge: Knowledge, text: str) -> None:
    assert several(text, knowledge.matcher) == ()


def test_questions_at_the_end_of_a_long_story_are_found(knowledge: Knowledge) -> None:
    story = "昨天逛街，今天下雨，" * 20 + "身份证丢了怎么补？另外办护照多少钱？"
    found = several(story, knowledge.matcher)
    assert [match.topic for match in found] == ["id_card_lost", "passport_first"]


async def test_the_answers_stand_under_the_names_of_their_entries(knowledge: Knowledge) -> None:
    assistant = Assistant(knowledge, FakeSessions(), FakeJournal())
    reply = await assistant.ask(Question("身份证丢了怎么补，办护照多少钱", "test", "chat"))
    headings = [block.text for block in reply.blocks if block.kind is BlockKind.HEADING]
    names = [knowledge.catalogue.facts[one].item.name for one in ("id_card_lost", "passport_first")]
    assert [one for one in headings if one in names] == names
    assert (reply.entry, [topic.entry for topic in reply.more]) == (
        "id_card_lost",
        ["passport_first"],
    )


def test_two_things_that_one_question_names_get_an_answer_each(knowledge: Knowledge) -> None:
    found = several("身份证和户口本都丢了怎么补", knowledge.matcher)
    assert [match.topic for match in found] == ["id_card_lost", "hukou_book_reissue"]
