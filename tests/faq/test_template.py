from pathlib import Path

import pytest

from faq.model import TextLanguage
from faq.template import Unresolved, render, without_placeholders
from tests import content


def said(tree: Path, text: str, language: TextLanguage = "zh") -> str:
    return render(text, "card_lost", content.catalogue(tree).scope(language))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("没有引用", "没有引用"),
        ("收{fee.amount}。", "收40元。"),
        ("带{materials}。", "带户口簿;相片回执1张。"),
        ("带{materials.1}。", "带户口簿。"),
        ("要带:\n{materials}\n收{fee.amount}", "要带:\n- 户口簿\n- 相片回执1张\n收40元"),
        ("到{where.tier}", "到派出所、县(区)公安办证大厅"),
        ("到{where.tier.1}", "到派出所"),
        ("{time_limit.promised#1}", "7个工作日"),
        ("{materials.2#1}相片", "1张相片"),
        ("{card_check:name}{card_check:fee.amount}", "身份证核查免费"),
        ("  {name}  ", "身份证补领"),
        ("{}和{ name }和{Name}", "{}和{ name }和{Name}"),
    ],
)
def test_a_reference_is_replaced_by_its_fact(tree: Path, text: str, shown: str) -> None:
    assert said(tree, text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{name}", "Identity card replacement"),
        ("{card_check:name}", "Identity card check"),
        ("{fee.amount}, {time_limit.promised}", "CNY 40, 7 working days"),
        ("{card_check:fee.amount}", "free of charge"),
        ("{where.tier}", "police station / county (district) public security service hall"),
        ("{conditions.2#1}", "16 years of age"),
    ],
)
def test_a_reference_in_english_is_said_in_english(tree: Path, text: str, shown: str) -> None:
    tiers = content.catalogue(tree).phrases["en"].tiers
    names = f"{tiers['police_station']} / {tiers['county_hall']}"
    assert said(tree, text, "en") == (names if text == "{where.tier}" else shown)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{fees.amount}", id="no such field"),
        pytest.param("{materials.3}", id="no such element"),
        pytest.param("{pitfalls}", id="empty field"),
        pytest.param("{card_check:validity}", id="field partly without a source"),
        pytest.param("{card_check:conditions.2}", id="withheld line"),
        pytest.param("{nothing:name}", id="no such item"),
        pytest.param("{fee.amount#2}", id="no such figure"),
        pytest.param("{fee.amount#0}", id="figures count from one"),
        pytest.param("{materials#1}", id="figure of a whole list"),
        pytest.param("{unverified.materials}", id="unverified"),
    ],
)
def test_a_reference_to_what_may_not_be_shown_is_unresolved(tree: Path, text: str) -> None:
    with pytest.raises(Unresolved, match=r"^\{"):
        said(tree, text)


@pytest.mark.parametrize("text", ["{validity}和{where.note}", "{materials}", "{conditions.1}"])
def test_chinese_words_are_never_said_in_english(tree: Path, text: str) -> None:
    with pytest.raises(Unresolved):
        said(tree, text, "en")


def test_a_text_without_its_references_is_what_its_author_states_himself() -> None:
    assert without_placeholders("收{fee.amount},{a:b.1#2}50元") == "收,50元"
