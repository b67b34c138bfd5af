"""Chips are tried in whole conversations: what is carried over, taken back, meant otherwise."""

import pytest

from faq import codes
from faq.assistant import Assistant, Knowledge
from faq.catalogue import Catalogue
from faq.model import Choice, Facet, Language, Outcome, Question, Reply
from tests.faq.fakes import FakeJournal, FakeSessions


@pytest.fixture
def sessions() -> FakeSessions:
    return FakeSessions()


@pytest.fixture
def assistant(knowledge: Knowledge, sessions: FakeSessions) -> Assistant:
    return Assistant(knowledge, sessions, FakeJournal())


async def say(assistant: Assistant, *turns: str) -> Reply:
    for turn in turns:
        reply = await assistant.ask(Question(turn, "test", "chat"))
    return reply


async def press(assistant: Assistant, choice: Choice) -> Reply:
    return await assistant.choose(Question(choice.code, "test", "chat", Language.ZH))


def chip(reply: Reply, prefix: str) -> Choice | None:
    return next((one for one in reply.choices if one.code.startswith(prefix)), None)


def the_chip(reply: Reply, prefix: str) -> Choice:
    found = chip(reply, prefix)
    assert found is not None, [choice.code for choice in reply.choices]
    return found


@pytest.mark.parametrize("follow_up", ["多少钱", "在大连呢", "那护照呢"])
async def test_a_follow_up_shows_what_it_was_read_as(assistant: Assistant, follow_up: str) -> None:
    reply = await say(assistant, "身份证丢了怎么补办", follow_up)
    assert reply.entry is not None
    assert "接着说" in the_chip(reply, "k:t").label


async def test_a_question_of_its_own_shows_no_such_chip(assistant: Assistant) -> None:
    assert chip(await say(assistant, "身份证丢了怎么补办", "办护照多少钱"), "k:t") is None


async def test_what_was_carried_over_can_be_taken_back(
    assistant: Assistant, sessions: FakeSessions
) -> None:
    reply = await say(assistant, "身份证丢了怎么补办", "多少钱")
    said = await press(assistant, the_chip(reply, "k:t"))
    assert (said.outcome, sessions.contexts) == (Outcome.GUIDED, {})
    assert (await say(assistant, "多少钱")).entry is None


async def test_a_city_stays_until_it_is_taken_back(assistant: Assistant) -> None:
    reply = await say(assistant, "身份证丢了怎么补办", "在大连呢", "去哪办")
    assert (reply.city, reply.facet) == ("dalian", Facet.WHERE)
    again = await press(assistant, the_chip(reply, "k:c"))
    assert (again.entry, again.facet, again.city) == (reply.entry, reply.facet, None)
    assert (await say(assistant, "多少钱")).city is None


async def test_a_city_stays_when_another_facet_is_pressed(assistant: Assistant) -> None:
    reply = await say(assistant, "在大连身份证丢了怎么补办")
    assert (await press(assistant, reply.choices[0])).city == "dalian"


async def test_nothing_confirmed_of_a_city_is_said(assistant: Assistant) -> None:
    reply = await say(assistant, "在大连身份证丢了去哪补")
    told = assistant.phrase("city_channels", Language.ZH, city="大连")
    assert told in [block.text for block in reply.blocks]


async def test_a_city_can_be_chosen_where_it_matters(assistant: Assistant) -> None:
    reply = await say(assistant, "补身份证在哪办")
    cities = await press(assistant, the_chip(reply, "t::"))
    assert [choice.label for choice in cities.choices if choice.code.startswith("t:dalian:")] == [
        "大连"
    ]
    chosen = await press(assistant, the_chip(cities, "t:dalian:"))
    assert (chosen.entry, chosen.facet, chosen.city) == (reply.entry, Facet.WHERE, "dalian")


async def test_something_else_was_meant(assistant: Assistant) -> None:
    reply = await say(assistant, "身份证丢了怎么补办")
    others = await press(assistant, the_chip(reply, "o:"))
    offered = [choice.entry for choice in others.choices]
    assert others.outcome is Outcome.OFFERED_CHOICES
    assert offered == [match.topic for match in reply.why if match.topic in offered]
    assert "id_card_lost" not in offered


async def test_a_button_whose_entries_are_all_gone_asks_back(assistant: Assistant) -> None:
    gone = Choice("", codes.encode(codes.Others(("000000",), Facet.FEE)))
    reply = await press(assistant, gone)
    assert reply.blocks[0].text == assistant.phrase("ask_back", Language.ZH)


async def test_a_city_that_the_content_no_longer_has_is_forgotten(
    assistant: Assistant, sessions: FakeSessions
) -> None:
    await say(assistant, "身份证丢了怎么补办", "在大连呢")
    context = sessions.contexts["chat"]
    sessions.contexts["chat"] = type(context)(context.entry, context.facet, "atlantis")
    assert (await say(assistant, "多少钱")).city is None


def test_short_names_are_of_one_entry_each(shipped: Catalogue) -> None:
    assert len({codes.short(entry) for entry in shipped.entries}) == len(shipped.entries)
