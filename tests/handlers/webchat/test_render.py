from dataclasses import replace

import pytest

from faq.model import Alert, Block, BlockKind, Facet, Language, Link, Outcome, Reply, Source
from handlers.webchat import render
from tests.handlers.webchat.fakes import ANSWER, phrases

DANGEROUS = ("javascript:alert(1)", "data:text/html,x", "//evil.example", "file:///etc/passwd", "")


def test_the_json_has_the_promised_keys_in_order() -> None:
    assert list(render.as_json(ANSWER, "s", "v7")) == [
        "session",
        "version",
        "outcome",
        "alert",
        "entry",
        "facet",
        "text",
        "blocks",
        "choices",
        "sources",
    ]


def test_a_block_carries_its_items_and_links() -> None:
    answer = render.as_json(ANSWER, "s", "v7")
    assert answer["blocks"][2:4] == [  # type: ignore[index]
        {"kind": "list", "text": "要带:", "items": ["户口簿", "相片回执"], "links": []},
        {
            "kind": "where",
            "text": "在哪办:派出所",
            "items": [],
            "links": [{"title": "政务网", "url": "https://www.gov.cn/a"}],
        },
    ]


def test_a_source_without_address_or_date_says_null() -> None:
    answer = render.as_json(ANSWER, "s", "v7")
    assert answer["sources"] == [
        {"title": "居民身份证法", "date": "2011-10-29", "url": "https://www.gov.cn/law"},
        {"title": "内部目录", "date": None, "url": None},
    ]


def test_a_choice_is_its_label_and_code() -> None:
    answer = render.as_json(ANSWER, "s", "v7")
    assert answer["choices"] == [{"label": "多少钱", "choice": "f:id_card_lost:fee"}]


def test_alert_and_facet_are_plain_words() -> None:
    reply = replace(ANSWER, alert=Alert.FIRE, facet=Facet.FEE)
    answer = render.as_json(reply, "s", "v7")
    assert (answer["alert"], answer["facet"]) == ("fire", "fee")


def test_a_reply_without_version_gets_the_content_version() -> None:
    reply = Reply(Outcome.FAILED, (), Language.ZH)
    assert render.as_json(reply, "s", "v9")["version"] == "v9"


@pytest.mark.parametrize("url", DANGEROUS)
def test_only_web_addresses_become_links(url: str) -> None:
    block = Block(BlockKind.WHERE, "在哪办", links=(Link("点我", url),))
    reply = replace(ANSWER, blocks=(block,), sources=(Source("网页", None, url),))
    assert render.card(reply).blocks[0].links == ()
    answer = render.as_json(reply, "s", "v7")
    assert answer["blocks"][0]["links"] == []  # type: ignore[index]
    assert answer["sources"][0]["url"] is None  # type: ignore[index]


def test_a_japanese_question_is_shown_as_answered_in_english() -> None:
    assert render.card(replace(ANSWER, language=Language.JA)).language is Language.EN


@pytest.mark.parametrize("number", ["110", "119", "120", "122", "12356", "96110"])
def test_every_number_of_the_cards_can_be_called(number: str) -> None:
    assert (number, True) in render.with_numbers(f"打{number}。")


def test_an_emergency_card_is_apart_from_the_answer() -> None:
    card = Block(BlockKind.CARD, "马上打 119\n离开")
    shown = render.card(replace(ANSWER, blocks=(card, *ANSWER.blocks)))
    assert shown.alarm == ([("马上打 ", False), ("119", True)], [("离开", False)])
    assert BlockKind.CARD not in {block.kind for block in shown.blocks}


def test_emergency_numbers_are_found_and_longer_numbers_left_alone() -> None:
    assert render.with_numbers("打110(急救120),12110、1190不是") == [
        ("打", False),
        ("110", True),
        ("(急救", False),
        ("120", True),
        ("),12110、1190不是", False),
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_welcome_holds_three_examples(language: str) -> None:
    said, examples = render.with_items(phrases(language)["welcome"])
    assert len(examples) == 3
    assert said
    assert not any(example in said for example in examples)
