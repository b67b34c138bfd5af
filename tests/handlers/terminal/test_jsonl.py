import json
from dataclasses import replace
from typing import Any

import pytest

from faq.model import Alert, Facet, Language, Outcome, Question, Reply, Topic
from handlers.terminal.jsonl import answer_line, as_json
from tests.handlers.terminal.fakes import FEE, MENU, FakeAssistant
from tests.replies import ANSWERED

DEEP = "[" * 100_000 + "]" * 100_000


@pytest.fixture
def assistant() -> FakeAssistant:
    return FakeAssistant()


async def answered(assistant: FakeAssistant, line: str, number: int = 1) -> dict[str, Any]:
    """The answer to a line, which must be one line of JSON that can be written."""
    text = await answer_line(assistant, line, number)
    assert "\n" not in text
    found: dict[str, Any] = json.loads(text.encode(), parse_constant=_refuse)
    return found


def _refuse(name: str) -> object:
    raise ValueError(f"{name} is not JSON")


# The answer.


def test_an_answer_has_these_keys_in_this_order() -> None:
    assert list(json.loads(as_json("a", ANSWERED))) == [
        "id", "outcome", "alert", "entry", "facet", "confidence", "choices", "more", "language",
        "text",
    ]  # fmt: skip


def test_an_answer_says_all_that_is_known() -> None:
    reply = replace(
        ANSWERED,
        alert=Alert.FRAUD,
        confidence=0.123456,
        choices=(FEE, MENU),
        more=(Topic("passport_first", Facet.WHERE),),
    )
    assert json.loads(as_json(7, reply)) == {
        "id": 7,
        "outcome": "answered",
        "alert": "fraud",
        "entry": "id_card_lost",
        "facet": "fee",
        "confidence": 0.1235,
        "choices": [
            {"entry": "id_card_lost", "facet": "fee", "label": "多少钱"},
            {"entry": None, "facet": None, "label": "全部事项"},
        ],
        "more": [{"entry": "passport_first", "facet": "where"}],
        "language": "zh",
        "text": "身份证丢了可以补领。\n\n1. 多少钱\n2. 全部事项",
    }


def test_what_is_not_known_is_null() -> None:
    record = json.loads(as_json(None, Reply(Outcome.NO_MATCH, (), Language.EN)))
    assert (record["id"], record["alert"], record["entry"], record["facet"]) == (None,) * 4
    assert (record["choices"], record["more"], record["text"]) == ([], [], "")


def test_chinese_is_written_as_it_is() -> None:
    assert "身份证丢了" in as_json("a", ANSWERED)


# The question.


async def test_a_line_is_asked_in_a_chat_of_its_own(assistant: FakeAssistant) -> None:
    for number in (1, 2):
        await answer_line(assistant, '{"id": "a", "text": "身份证丢了"}', number)
    first, second = assistant.asked
    assert (first.text, first.language) == ("身份证丢了", None)
    assert first.chat != second.chat


async def test_nothing_of_it_is_journaled_as_a_citizens(assistant: FakeAssistant) -> None:
    await answer_line(assistant, '{"text": "a", "context": ["b"]}', 1)
    assert {one.channel for one in assistant.asked} == {"ask"}


async def test_the_context_is_asked_first_in_the_same_chat(assistant: FakeAssistant) -> None:
    line = '{"id": 1, "text": "c", "context": ["a", "b"], "language": "en"}'
    assert (await answered(assistant, line))["text"] == "asked c"
    assert [one.text for one in assistant.asked] == ["a", "b", "c"]
    assert len({(one.chat, one.language) for one in assistant.asked}) == 1
    assert assistant.asked[0].language is Language.EN


@pytest.mark.parametrize("language", Language)
async def test_every_language_is_known(assistant: FakeAssistant, language: Language) -> None:
    await answer_line(assistant, json.dumps({"text": "a", "language": language}), 1)
    assert assistant.asked == [Question("a", "ask", "jsonl:1", language)]


@pytest.mark.parametrize(
    "rest", ['"other": [1]', '"context": null', '"context": []', '"language": null', '"id": null']
)
async def test_what_is_unknown_or_empty_does_not_matter(
    assistant: FakeAssistant, rest: str
) -> None:
    assert (await answered(assistant, f'{{"text": "a", {rest}}}'))["outcome"] == "answered"


@pytest.mark.parametrize("name", ['"a-1"', "17", "null", "[1]", '{"a": true}', '"证"', "1.5"])
async def test_the_id_comes_back_as_it_was(assistant: FakeAssistant, name: str) -> None:
    found = await answered(assistant, f'{{"id": {name}, "text": "a"}}')
    assert found["id"] == json.loads(name)


@pytest.mark.parametrize(
    "line",
    [
        '{"id": "\\ud800", "text": "a"}',
        '{"id": {"\\udfff": 1}, "text": "a"}',
        '{"id": NaN, "text": "a"}',
        '{"id": -Infinity, "text": "a"}',
        f'{{"id": {"[" * 900 + "]" * 900}, "text": "a"}}',
        '{"id": "a", "text": "\\ud800"}',
        '{"id": "a", "text": "\udcff"}',
    ],
    ids=["id", "key", "nan", "infinity", "deep", "text", "byte"],
)
async def test_whatever_the_line_the_answer_can_be_written(
    assistant: FakeAssistant, line: str
) -> None:
    assert await answered(assistant, line)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("", "not JSON"),
        ("text", "not JSON"),
        ('{"text": "a"', "not JSON"),
        ('{"text": "a"} {"text": "b"}', "not JSON"),
        ('{"text": "a\udcff', "not JSON"),
        (DEEP, "JSON"),
        (f'{{"text": "a", "id": {"9" * 5000}}}', "not JSON"),
        ("null", "object"),
        ('["text"]', "object"),
        ("{}", "text"),
        ('{"text": null}', "text"),
        ('{"text": 110}', "text"),
        ('{"text": "a", "context": "b"}', "context"),
        ('{"text": "a", "context": ["b", 1]}', "context"),
        ('{"text": "a", "context": {"b": "c"}}', "context"),
        ('{"text": "a", "language": "fr"}', "language"),
        ('{"text": "a", "language": 1}', "language"),
        ('{"text": "a", "language": ["zh"]}', "language"),
    ],
    ids=lambda text: text[:24],
)
async def test_a_line_that_is_no_question_is_answered_with_why(
    assistant: FakeAssistant, line: str, why: str
) -> None:
    found = await answered(assistant, line, 7)
    assert why in found.pop("error")
    assert found == {"id": None, "line": 7, "outcome": "failed"}
    assert assistant.asked == []
