from pathlib import Path

from tests import content
from tests.faq.lint.conftest import Faults


def test_english_in_the_place_of_chinese_is_refused(tree: Path, faults: Faults) -> None:
    content.damage(tree, content.LOST, "补领收费{fee.amount}。", "A new card costs {fee.amount}.")
    place = content.place(tree, content.LOST, 'zh: "A new')
    assert faults() == [f"{place}: error languages"]


def test_chinese_in_the_place_of_english_is_refused(tree: Path, faults: Faults) -> None:
    content.damage(tree, content.LOST, "A new card costs {fee.amount}.", "收费{fee.amount}。")
    place = content.place(tree, content.LOST, 'en: "收费')
    assert faults() == [f"{place}: error languages"]


def test_the_name_of_an_app_is_chinese_enough(tree: Path, faults: Faults) -> None:
    content.damage(tree, "phrases/zh.yaml", "  GAT: ", "  GAT: Liaoning Police App\n  X: ")
    assert faults() == []


def test_an_entry_that_does_not_say_in_english_what_it_is_is_a_warning(
    tree: Path, faults: Faults
) -> None:
    content.damage(tree, content.CHECK, ', en: "Ask at: {where.tier}."', "")
    place = content.place(tree, content.CHECK, "overview:\n")
    assert faults() == [f"{place}: warning languages"]


def test_an_entry_that_does_not_say_what_it_is_is_refused(tree: Path, faults: Faults) -> None:
    content.damage(tree, content.CHECK, "answers:\n  overview:\n", "answers:\n  steps:\n")
    assert faults() == [f"{content.place(tree, content.CHECK, 'answers:')}: error languages"]


def test_an_answer_in_english_only_is_refused(tree: Path, faults: Faults) -> None:
    content.damage(tree, content.LOST, 'zh: "补领收费{fee.amount}。", ', "")
    place = content.place(tree, content.LOST, "fee:\n    staff")
    assert faults() == [f"{place}: error languages"]


def test_an_entry_that_nobody_asks_for_in_chinese_is_a_warning(tree: Path, faults: Faults) -> None:
    text = (tree / content.LOST).read_text("utf-8")
    chinese = next(line for line in text.splitlines() if line.startswith("  zh: {overview"))
    content.damage(tree, content.LOST, chinese + "\n", "")
    assert faults() == [f"{content.place(tree, content.LOST, 'phrasings:')}: warning languages"]


def test_an_entry_that_nobody_asks_for_in_english_is_a_warning(tree: Path, faults: Faults) -> None:
    content.damage(tree, content.CHECK, "  en: {overview: [is this identity card genuine]}\n", "")
    assert faults() == [f"{content.place(tree, content.CHECK, 'phrasings:')}: warning languages"]
