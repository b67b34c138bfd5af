from dataclasses import replace

from faq.model import Facet, Kind, Match
from handlers.terminal.explain import explain
from tests.replies import ANSWERED

BEST = Match("id_card_lost", Kind.ENTRY, Facet.FEE, 0.75, 0.6123, "身份证丢了补办多少钱")
NEXT = Match("water_supply", Kind.REFERRAL, Facet.OVERVIEW, 0.1, 0.2, "")


def test_the_decision_comes_first() -> None:
    assert explain(ANSWERED) == "answered  confidence 0.75  content v1"


def test_each_match_is_explained_in_order() -> None:
    _, best, next_ = explain(replace(ANSWERED, why=(BEST, NEXT))).splitlines()
    assert best.split() == [
        "0.75", "score", "0.612", "entry", "id_card_lost", "/", "fee", "←", "身份证丢了补办多少钱"
    ]  # fmt: skip
    assert next_.split()[3:7] == ["referral", "water_supply", "/", "overview"]
    assert next_.endswith("(topic as a whole)")
