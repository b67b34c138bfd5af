from pathlib import Path

import pytest

from faq import yamltree
from faq.build import Plan
from faq.build.entries import EntryBuild
from faq.composing import Composer
from faq.model import Facet
from tests import content

ODD = ["024", "8:30", "no", "1.10", "2024-12-31", "2024-12-31 08:00:00", "yes", "0x1F", "1e3", "~x"]


@pytest.fixture
def bare(tree: Path) -> Path:
    """The small tree with entries as the build writes them first."""
    for path in tree.glob("entries/*/*.yaml"):
        path.unlink()
    build(tree)
    return tree


def build(root: Path, *accept: str) -> Plan:
    """Build the entries and write what was planned."""
    files = {
        path.relative_to(root).as_posix(): path.read_text("utf-8")
        for path in root.glob("entries/*/*.yaml")
    }
    plan = EntryBuild(content.catalogue(root), files, frozenset(accept)).plan()
    for path, text in plan.writes.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return plan


def lead(root: Path, facet: Facet) -> str:
    return Composer(content.catalogue(root), "zh").answer("card_lost", facet)[0].text


def add_staff_fee(root: Path, text: str) -> None:
    """Write a staff text for the fee below the built one."""
    content.damage(root, content.LOST, "  fee:\n", f"  fee:\n    staff:\n      zh: {text}\n")


def test_an_item_without_an_entry_gets_one(bare: Path) -> None:
    assert sorted(content.catalogue(bare).entries) == ["card_check", "card_lost"]


def test_a_new_entry_answers_only_what_a_field_supports(bare: Path) -> None:
    answers = content.catalogue(bare).entries["card_check"].answers
    assert set(answers) == {Facet.OVERVIEW, Facet.FEE}


def test_a_built_text_refers_to_its_facts_and_repeats_none(bare: Path) -> None:
    written = (bare / content.LOST).read_text("utf-8")
    facts = [fact for fact in ("户口簿", "40元", "CNY", "派出所", "监护人") if fact in written]
    assert facts == []


def test_the_built_files_end_with_the_end_mark(bare: Path) -> None:
    assert (bare / content.LOST).read_text("utf-8").endswith(f"\n{yamltree.END_MARK}\n")


def test_building_again_changes_nothing(bare: Path) -> None:
    assert build(bare) == Plan()


def test_building_again_changes_nothing_in_files_that_staff_laid_out(tree: Path) -> None:
    build(tree)
    assert build(tree) == Plan()


def test_a_corrected_fee_reaches_the_answer_by_one_edit(bare: Path) -> None:
    content.damage(bare, content.ITEMS, "amount: 40元", "amount: 20元")
    assert lead(bare, Facet.FEE) == "身份证补领的费用:20元。"


def test_a_corrected_figure_changes_no_file(bare: Path) -> None:
    content.damage(bare, content.ITEMS, "amount: 40元", "amount: 20元")
    assert build(bare) == Plan()


def test_a_changed_wording_is_built_anew(bare: Path) -> None:
    content.damage(bare, "facets.yaml", "{name}的费用:", "{name}要交:")
    plan = build(bare)
    assert (plan.conflicts, lead(bare, Facet.FEE)) == ([], "身份证补领要交:40元。")


def test_an_answer_whose_facts_are_gone_goes_too(bare: Path) -> None:
    content.damage(bare, content.ITEMS, "{amount: 40元, basis: 发改价格〔2003〕2322号}", "{}")
    build(bare)
    assert Facet.FEE not in content.catalogue(bare).entries["card_lost"].answers


def test_a_staff_text_wins_over_the_built_one(bare: Path) -> None:
    add_staff_fee(bare, "就收{fee.amount}。")
    assert lead(bare, Facet.FEE) == "就收40元。"


def test_a_staff_text_survives_a_new_wording(bare: Path) -> None:
    add_staff_fee(bare, "就收{fee.amount}。")
    content.damage(bare, "facets.yaml", "{name}的费用:", "{name}要交:")
    plan = build(bare)
    answer = content.catalogue(bare).entries["card_lost"].answers[Facet.FEE]
    assert (plan.conflicts, answer.staff.zh, answer.built.zh) == (
        [],
        "就收{fee.amount}。",
        "{name}要交:{fee.amount}。",
    )


def test_a_staff_text_survives_when_its_built_text_goes(bare: Path) -> None:
    add_staff_fee(bare, "去窗口问。")
    content.damage(bare, content.ITEMS, "{amount: 40元, basis: 发改价格〔2003〕2322号}", "{}")
    build(bare)
    assert content.catalogue(bare).entries["card_lost"].answers[Facet.FEE].staff.zh == "去窗口问。"


def test_a_built_text_edited_by_hand_is_a_conflict_and_kept(bare: Path) -> None:
    content.damage(bare, content.LOST, "{name}的费用:{fee.amount}。", "只收{fee.amount}。")
    content.damage(bare, "facets.yaml", "{name}的费用:", "{name}要交:")
    plan = build(bare)
    assert [line.partition(" ")[0] for line in plan.conflicts] == [f"{content.LOST}:"]
    assert lead(bare, Facet.FEE) == "只收40元。"


def test_the_other_answers_of_an_entry_in_conflict_are_built(bare: Path) -> None:
    content.damage(bare, content.LOST, "{name}的费用:{fee.amount}。", "只收{fee.amount}。")
    content.damage(bare, "facets.yaml", "代办:", "由别人办:")
    build(bare)
    assert lead(bare, Facet.AGENT) == "由别人办:"


def test_a_staff_text_whose_facts_changed_their_words_is_a_conflict_and_kept(bare: Path) -> None:
    add_staff_fee(bare, "就收{fee.amount}。")
    build(bare)
    content.damage(bare, content.ITEMS, "amount: 40元", "amount: 40元/次")
    plan = build(bare)
    assert [content.LOST in line for line in plan.conflicts] == [True]
    assert lead(bare, Facet.FEE) == "就收40元/次。"


def test_a_conflict_stays_until_it_is_solved(bare: Path) -> None:
    add_staff_fee(bare, "就收{fee.amount}。")
    build(bare)
    content.damage(bare, content.ITEMS, "amount: 40元", "amount: 40元/次")
    assert build(bare).conflicts == build(bare).conflicts


def test_a_staff_text_that_was_checked_again_is_no_conflict_any_more(bare: Path) -> None:
    add_staff_fee(bare, "就收{fee.amount}。")
    build(bare)
    content.damage(bare, content.ITEMS, "amount: 40元", "amount: 40元/次")
    build(bare, "card_lost")
    assert build(bare) == Plan()


def test_a_staff_text_is_no_conflict_when_only_a_figure_was_corrected(bare: Path) -> None:
    add_staff_fee(bare, "就收{fee.amount}。")
    build(bare)
    content.damage(bare, content.ITEMS, "amount: 40元", "amount: 20元")
    assert build(bare) == Plan()


def test_comments_of_staff_survive(bare: Path) -> None:
    add_staff_fee(bare, "就收{fee.amount}。  # 2024年5月窗口核对过")
    content.damage(bare, content.LOST, "answers:\n", "# 王警官改\nanswers:\n")
    content.damage(bare, "facets.yaml", "{name}的费用:", "{name}要交:")
    build(bare)
    written = (bare / content.LOST).read_text("utf-8")
    assert [note in written for note in ("# 2024年5月窗口核对过", "# 王警官改")] == [True, True]


def test_phrasings_that_look_like_numbers_survive_as_they_were_written(bare: Path) -> None:
    listed = "".join(f"\n      - {text}" for text in ODD)
    content.damage(bare, content.LOST, "  zh: {}", f"  zh:\n    overview:{listed}")
    content.damage(bare, "facets.yaml", "{name}的费用:", "{name}要交:")
    build(bare)
    phrasings = content.catalogue(bare).entries["card_lost"].phrasings
    assert list(phrasings.zh[Facet.OVERVIEW]) == ODD


def test_an_english_line_that_would_say_chinese_words_is_left_out(bare: Path) -> None:
    content.damage(bare, "facets.yaml", '"{name}: {fee.amount}."', '"{name}: {fee.basis}."')
    build(bare)
    answer = content.catalogue(bare).entries["card_lost"].answers[Facet.FEE]
    assert "fee.basis" not in (answer.built.en or "")
