from dataclasses import replace
from pathlib import Path

import pytest

from faq.catalogue import Catalogue
from faq.facts import FIELDS, Facts, cites
from faq.model import Policy
from faq.schema.catalogue import Weaker
from faq.schema.tables import Withheld
from tests import content


@pytest.fixture
def lost(tree: Path) -> Facts:
    return content.catalogue(tree).facts["card_lost"]


@pytest.fixture
def check(tree: Path) -> Facts:
    return content.catalogue(tree).facts["card_check"]


def hiding(facts: Facts, *fields: str) -> Facts:
    weaker = Weaker(partly_unverified=fields)
    return replace(facts, item=facts.item.model_copy(update={"weaker_fields": weaker}))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "身份证补领"),
        ("materials", ("户口簿", "相片回执1张")),
        ("materials.2", "相片回执1张"),
        ("steps.online", ("在APP上申请",)),
        ("steps.window.1", "到窗口填表"),
        ("steps.self_service", None),
        ("where.note", "任一受理点"),
        ("fee.amount", "40元"),
        ("pitfalls", None),
    ],
)
def test_a_field_is_its_value_and_an_empty_one_is_none(
    lost: Facts, field: str, value: object
) -> None:
    assert lost.get(field) == value


@pytest.mark.parametrize(
    "field", ["", "fees", "fee", "fee.amount.1", "materials.0", "materials.3", "item", "unverified"]
)
def test_a_field_that_does_not_exist_is_an_error(lost: Facts, field: str) -> None:
    with pytest.raises(KeyError):
        lost.get(field)


def test_a_field_partly_without_a_source_is_hidden(check: Facts) -> None:
    assert check.get("validity") is None


def test_a_hidden_group_hides_every_field_in_it(lost: Facts) -> None:
    hidden = hiding(lost, "steps")
    assert [hidden.get("steps.online"), hidden.get("steps.window.1")] == [None, None]


def test_a_hidden_field_does_not_hide_one_whose_name_begins_like_it(lost: Facts) -> None:
    assert hiding(lost, "mat").get("materials") == ("户口簿", "相片回执1张")


def test_a_hidden_element_of_a_list_is_hidden_with_the_list(lost: Facts) -> None:
    assert hiding(lost, "materials").get("materials.1") is None


def test_lines_are_not_picked_from_hidden_fields(lost: Facts) -> None:
    picking = replace(lost, picks=(("agent", ("监护人",)),))
    assert hiding(picking, "conditions").get("picked.agent") is None


def test_a_line_with_figures_of_a_changed_law_is_withheld(check: Facts) -> None:
    assert check.get("conditions") == ("单位可以申请",)


def test_a_withheld_element_is_none(check: Facts) -> None:
    assert check.get("conditions.2") is None


def test_the_article_of_a_changed_law_is_left_out_and_its_name_stays(check: Facts) -> None:
    assert check.get("legal_basis") == ("网络安全法",)


def test_a_changed_law_leaves_items_that_do_not_cite_it_alone(lost: Facts) -> None:
    assert lost.withheld == ()


def test_an_item_that_cites_a_changed_law_is_stated_with_its_date(tree: Path) -> None:
    content.damage(tree, content.ITEMS, "[居民身份证法第十一条]", "[网络安全法第九条]")
    assert content.catalogue(tree).facts["card_lost"].policy is Policy.STATE_WITH_DATE


def test_an_item_that_may_only_refer_still_only_refers_when_its_law_changed(tree: Path) -> None:
    content.damage(tree, content.ITEMS, "policy: state_with_date", "policy: refer_only")
    assert content.catalogue(tree).facts["card_check"].policy is Policy.REFER_ONLY


def test_an_item_that_may_only_refer_has_no_lines_with_figures(lost: Facts) -> None:
    only = replace(lost, policy=Policy.REFER_ONLY)
    shown = {field: only.get(field) for field in FIELDS if only.get(field)}
    assert shown == {
        "name": "身份证补领",
        "conditions": ("丢失的应当补领",),
        "materials": ("户口簿",),
        "legal_basis": ("居民身份证法第十一条",),
        "steps.online": ("在APP上申请",),
        "steps.window": ("到窗口填表", "核对指纹"),
        "where.tier": ("police_station", "county_hall"),
        "where.note": "任一受理点",
    }


def test_a_number_in_the_name_of_an_app_is_no_figure(lost: Facts) -> None:
    item = lost.item.model_copy(update={"materials": ("在铁路12306申请",)})
    only = replace(lost, item=item, policy=Policy.REFER_ONLY)
    assert only.get("materials") == ("在铁路12306申请",)


def test_a_line_with_a_number_that_may_not_be_shown_is_hidden(lost: Facts) -> None:
    item = lost.item.model_copy(update={"materials": ("打12308求助", "户口簿")})
    assert replace(lost, item=item).get("materials") == ("户口簿",)


def test_the_lines_that_speak_of_a_facet_are_picked_once_each(lost: Facts) -> None:
    assert lost.get("picked.agent") == ("未满16周岁由监护人代为申请",)


def test_a_facet_that_no_line_speaks_of_has_nothing_picked(check: Facts) -> None:
    assert [check.get("picked.agent"), check.get("picked.nothing")] == [None, None]


def test_the_digest_of_facts_stays_when_only_a_figure_is_corrected(lost: Facts) -> None:
    fee = lost.item.fee.model_copy(update={"amount": "20元"})
    corrected = replace(lost, item=lost.item.model_copy(update={"fee": fee}))
    assert corrected.digest(("fee.amount",)) == lost.digest(("fee.amount",))


def test_the_digest_of_facts_changes_with_their_words(lost: Facts) -> None:
    fee = lost.item.fee.model_copy(update={"amount": "40元/次"})
    changed = replace(lost, item=lost.item.model_copy(update={"fee": fee}))
    assert changed.digest(("fee.amount",)) != lost.digest(("fee.amount",))


def test_the_digest_of_a_field_that_is_gone_can_be_had(lost: Facts) -> None:
    assert lost.digest(("materials.9",)) == lost.digest(("materials.9",))


def test_a_law_is_cited_where_the_legal_basis_names_it(check: Facts) -> None:
    assert (cites(check.item, "网络安全法"), cites(check.item, "护照法")) == (True, False)


def test_nothing_is_withheld_for_a_rule_without_words(lost: Facts) -> None:
    rule = Withheld(law="居民身份证法")
    assert replace(lost, withheld=(rule,)).get("legal_basis") == ("居民身份证法第十一条",)


def test_every_field_marked_as_weak_in_the_shipped_content_is_one_that_can_be_hidden(
    shipped: Catalogue,
) -> None:
    known = {*FIELDS, *(field.partition(".")[0] for field in FIELDS), "hotline"}
    weak = {
        field
        for facts in shipped.facts.values()
        for field in facts.item.weaker_fields.partly_unverified
    }
    assert weak <= known
