from dataclasses import replace

from faq.model import Evidence, Facet, Kind, Match
from handlers.terminal.explain import explain
from tests.replies import ANSWERED

WHY = Evidence(margin=0.3, known=0.9, learned=0.41, likeness=0.5)
BEST = Match("id_card_lost", Kind.ENTRY, Facet.FEE, 0.75, 0.6123, "身份证丢了补办多少钱", WHY)
NEXT = Match("water_supply", Kind.REFERRAL, Facet.OVERVIEW, 0.1, 0.2, "")


def told(topic: str) -> tuple[str, ...]:
    return ("丢了", "身份证") if topic == "id_card_lost" else ()


def test_the_decision_comes_first() -> None:
    assert explain(ANSWERED, told) == "answered  confidence 0.75  content v1"


def test_each_match_is_explained_in_order_by_channel_and_word() -> None:
    lines = explain(replace(ANSWERED, why=(BEST, NEXT)), told).splitlines()
    _, best, evidence, words, next_, _ = lines
    assert best.split() == [
        "0.75", "score", "0.612", "entry", "id_card_lost", "/", "fee", "←", "身份证丢了补办多少钱"
    ]  # fmt: skip
    assert evidence.split() == [
        "learned", "0.410", "likeness", "0.500", "answers", "0.000",
        "margin", "+0.300", "known", "0.90",
    ]  # fmt: skip
    assert words.split() == ["words", "丢了", "·", "身份证"]
    assert next_.split()[3:7] == ["referral", "water_supply", "/", "overview"]
    assert next_.endswith("(topic as a whole)")
