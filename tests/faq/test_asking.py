import pytest

from faq.asking import Asked, Doubts, Forms
from faq.model import Facet

FORMS = Forms(
    {
        Facet.CONDITIONS: ("行不行", "要不要"),
        Facet.FEE: ("多少钱", "fee"),
        Facet.LEGAL: ("罚多少钱", "不…会咋样"),
        Facet.AGENT: ("让…去", "can my … go"),
        Facet.DURATION: ("几天", "how long"),
    }
)


@pytest.mark.parametrize(
    ("text", "facet", "rest"),
    [
        ("几天", Facet.DURATION, ""),
        ("得几天呢", Facet.DURATION, "得 呢"),
        ("让我妈去行不行", Facet.AGENT, ""),
        ("一直不换会咋样", Facet.LEGAL, "一直"),
        ("can my wife go", Facet.AGENT, ""),
        ("can my coffee", None, "can my coffee"),
        ("coffee", None, "coffee"),
        ("护照", None, "护照"),
        ("", None, ""),
    ],
)
def test_a_form_tells_the_facet_and_the_rest_is_what_else_is_said(
    text: str, facet: Facet | None, rest: str
) -> None:
    assert FORMS.read(text) == Asked(facet, rest)


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("要不要几天", Facet.DURATION),
        ("罚多少钱", Facet.LEGAL),
        ("几天 多少钱", Facet.FEE),
        ("行不行", Facet.CONDITIONS),
    ],
    ids=["whether it may be is asked last", "longest at a place", "longest of all", "alone"],
)
def test_of_several_forms_one_counts(text: str, facet: Facet) -> None:
    assert FORMS.read(text).facet is facet


def test_of_equally_long_forms_the_later_counts() -> None:
    forms = Forms({Facet.FEE: ("多少",), Facet.DURATION: ("几天",)})
    assert [forms.read(text).facet for text in ("多少 几天", "几天 多少")] == [
        Facet.DURATION,
        Facet.FEE,
    ]


def test_a_long_text_is_no_half_sentence() -> None:
    text = "几天" * 100
    assert FORMS.read(text) == Asked(None, text)


def test_without_forms_nothing_is_told() -> None:
    assert Forms({}).read("几天") == Asked(None, "几天")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("要户口本不", True),
        ("那要户口本不", True),
        ("没有房本行吗", True),
        ("打疫苗的本要带不", True),
        ("要补户口本不", False),
        ("要户口本不要身份证", False),
        ("户口本丢了", False),
        ("", False),
    ],
)
def test_only_a_whole_sentence_about_a_thing_asks_whether_it_is_needed(
    text: str, is_one: bool
) -> None:
    doubts = Doubts(("要…不", "没有…行吗", "…要带不"), ("那",))
    assert doubts.is_one(text) is is_one


def test_where_no_forms_are_known_nothing_is_a_doubt() -> None:
    assert not Doubts((), ()).is_one("")
