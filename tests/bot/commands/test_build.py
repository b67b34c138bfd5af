import shutil
from pathlib import Path
from typing import TypeAlias

import pytest

from bot.__main__ import main
from tests.bot.commands import delivered
from tests.content import CHECK, ITEMS, LOST, damage

Captured: TypeAlias = pytest.CaptureFixture[str]
FIRST = "entries/identity_card/card_first.yaml"
NOTHING = "没有变化 / nothing to change\n"


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    path = tmp_path / "catalogue.yaml"
    path.write_text(delivered.TEXT, "utf-8")
    return path


def build(content: Path, *arguments: str | Path) -> int:
    """Build into a content folder; the exit status."""
    return main(["build", *map(str, arguments), "--content", str(content)])


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


# The content's catalogue into entries.


def test_entries_are_built_and_said(own_content: Path, capsys: Captured) -> None:
    assert build(own_content) == 0
    assert capsys.readouterr().out == f"更新 / updated 2:\n  {LOST}\n  {CHECK}\n"
    assert "{name}的费用:{fee.amount}。" in (own_content / CHECK).read_text("utf-8")


def test_building_again_changes_nothing(own_content: Path, capsys: Captured) -> None:
    build(own_content)
    built = files(own_content)
    capsys.readouterr()
    assert build(own_content) == 0
    assert capsys.readouterr().out == NOTHING
    assert files(own_content) == built


def test_what_was_built_passes_the_check(own_content: Path) -> None:
    build(own_content)
    assert main(["check", "--content", str(own_content)]) == 0


def test_a_dry_run_says_the_same_and_writes_nothing(own_content: Path, capsys: Captured) -> None:
    before = files(own_content)
    assert build(own_content, "--dry-run") == 0
    said = capsys.readouterr().out
    assert files(own_content) == before
    build(own_content)
    assert capsys.readouterr().out == said


def test_a_missing_entry_is_made(own_content: Path, capsys: Captured) -> None:
    (own_content / LOST).unlink()
    assert build(own_content) == 0
    assert f"新建 / created 1:\n  {LOST}\n" in capsys.readouterr().out
    assert (own_content / LOST).exists()


def test_what_staff_wrote_stays(own_content: Path) -> None:
    build(own_content)
    damage(own_content, ITEMS, "amount: 40元", "amount: 50元")
    build(own_content)
    assert "补领收费{fee.amount}。" in (own_content / LOST).read_text("utf-8")


def test_a_built_text_changed_by_hand_is_kept_and_said(own_content: Path, capsys: Captured) -> None:
    build(own_content)
    damage(own_content, CHECK, "{name}的费用:{fee.amount}。", "不要钱。")
    changed = files(own_content)
    capsys.readouterr()
    assert build(own_content) == 1
    said = capsys.readouterr().out
    assert said.startswith("冲突,未覆盖 / conflicts, not overwritten 1:\n")
    assert f"{CHECK}: fee: " in said
    assert files(own_content) == changed


def test_a_staff_text_whose_facts_moved_is_said_until_it_is_accepted(
    own_content: Path, capsys: Captured
) -> None:
    build(own_content)
    damage(own_content, ITEMS, "materials: [户口簿,", "materials: [身份证明,")
    assert build(own_content) == 1
    assert "jingwu build --accept card_lost" in capsys.readouterr().out
    assert build(own_content, "--accept", "card_lost") == 0
    assert build(own_content) == 0


def test_broken_content_is_left_as_it_is(own_content: Path, capsys: Captured) -> None:
    damage(own_content, "hosts.yaml", "hosts:", "houses:")
    before = files(own_content)
    assert build(own_content) == 1
    said = capsys.readouterr().err
    assert said.startswith("jingwu: ")
    assert "\nhosts.yaml:1:1: error schema: " in said
    assert files(own_content) == before


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path, capsys: Captured) -> None:
    assert build(tmp_path / "nowhere") == 1
    assert "nowhere" in capsys.readouterr().err
    assert not (tmp_path / "nowhere").exists()


# A delivered catalogue into the content.


def test_a_delivered_item_gets_its_record_and_its_entry(own_content: Path, catalogue: Path) -> None:
    assert build(own_content, catalogue) == 0
    assert "id: card_first" in (own_content / ITEMS).read_text("utf-8")
    assert "{fee.amount}" in (own_content / FIRST).read_text("utf-8")
    assert main(["check", "--content", str(own_content)]) == 0


def test_items_that_were_not_delivered_stay(own_content: Path, catalogue: Path) -> None:
    build(own_content, catalogue)
    assert "id: card_lost" in (own_content / ITEMS).read_text("utf-8")


def test_taking_in_the_same_again_changes_nothing(
    own_content: Path, catalogue: Path, capsys: Captured
) -> None:
    build(own_content, catalogue)
    built = files(own_content)
    capsys.readouterr()
    assert build(own_content, catalogue) == 0
    assert capsys.readouterr().out == NOTHING * 2
    assert files(own_content) == built


def test_a_dry_run_takes_nothing_in(own_content: Path, catalogue: Path, capsys: Captured) -> None:
    before = files(own_content)
    assert build(own_content, catalogue, "--dry-run") == 0
    assert ITEMS in capsys.readouterr().out
    assert files(own_content) == before


@pytest.mark.parametrize("options", [[], ["--dry-run"]])
def test_content_may_begin_without_a_catalogue(
    own_content: Path, catalogue: Path, options: list[str], capsys: Captured
) -> None:
    shutil.rmtree(own_content / "catalogue")
    shutil.rmtree(own_content / "entries")
    assert build(own_content, catalogue, *options) == 0
    assert ITEMS in capsys.readouterr().out


def test_a_delivered_change_is_taken_over(own_content: Path, catalogue: Path) -> None:
    build(own_content, catalogue)
    catalogue.write_text(delivered.TEXT.replace("amount: 免费", "amount: 10元"), "utf-8")
    assert build(own_content, catalogue) == 0
    assert "amount: 10元" in (own_content / ITEMS).read_text("utf-8")


def test_what_staff_changed_too_is_kept_and_said(
    own_content: Path, catalogue: Path, capsys: Captured
) -> None:
    build(own_content, catalogue)
    damage(own_content, ITEMS, "居民户口簿", "户口簿原件")
    catalogue.write_text(delivered.TEXT.replace("amount: 免费", "amount: 10元"), "utf-8")
    assert build(own_content, catalogue) == 1
    assert f"{ITEMS}: card_first: " in capsys.readouterr().out
    kept = (own_content / ITEMS).read_text("utf-8")
    assert "户口簿原件" in kept
    assert "10元" not in kept


def but(old: str, new: str) -> str:
    """The delivered catalogue with a text that stands in it once replaced."""
    assert delivered.TEXT.count(old) == 1
    return delivered.TEXT.replace(old, new)


NO_CATALOGUES = {
    "empty": "",
    "text": "就是一段话",
    "list": "- a\n- b",
    "other yaml": "hosts: [www.gov.cn]",
    "broken": "meta: [",
    "alias": "meta: &a {compiled: '2026-11-23'}\nitems: *a",
    "items are text": "meta: {compiled: '2026-11-23'}\nitems: [card_first]",
    "items are a mapping": "meta: {compiled: '2026-11-23'}\nitems: {card_first: 1}",
    "no items": delivered.TEXT.partition("items:")[0],
    "no meta": but("meta:\n", "data:\n"),
    "no compiled": but("  compiled: '2026-11-23'\n", ""),
    "channel without key": but("key: GAT, ", ""),
    "channel without name": but("key: LNAPP, name: 辽宁公安APP", "key: LNAPP"),
    "source without ref": but(
        "{ref: L_ID, title: 居民身份证法, kind", "{title: 居民身份证法, kind"
    ),
    "supports without ref": but(
        "{ref: L_ID, title: 居民身份证法, what", "{title: 居民身份证法, what"
    ),
    "supports nothing": but(", what_it_supports: 申领", ""),
    "unknown channel": but("  - {name: 辽宁省公安厅", "  - {name: 别的网站"),
    "unknown category": but("category: 身份证", "category: 天气"),
    "no category": but("  category: 身份证\n", ""),
    "no id": but("id: card_first\n  name:", "name:"),
    "bad id": but("id: card_first", "id: Card First"),
    "no name": but("  name: 首次申领身份证\n", ""),
    "bad confidence": but("confidence: law\n", "confidence: sure\n"),
    "fee is text": but("fee: {amount: 免费, basis: null}", "fee: 免费"),
    "hotline without number": but("number: '12345', ", ""),
}


@pytest.mark.parametrize("text", NO_CATALOGUES.values(), ids=NO_CATALOGUES.keys())
def test_a_file_that_is_no_catalogue_is_one_clear_message(
    own_content: Path, catalogue: Path, text: str, capsys: Captured
) -> None:
    catalogue.write_text(text, "utf-8")
    before = files(own_content)
    assert build(own_content, catalogue) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("jingwu: ")
    assert catalogue.name in line
    assert files(own_content) == before


@pytest.mark.parametrize("data", [b"\xff\xfe\0", b"PK\x03\x04" + bytes(99), "目录".encode("gbk")])
def test_a_file_that_is_no_text_is_one_clear_message(
    own_content: Path, catalogue: Path, data: bytes, capsys: Captured
) -> None:
    catalogue.write_bytes(data)
    assert build(own_content, catalogue) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert catalogue.name in line


def test_a_delivered_file_that_is_not_there_is_named(own_content: Path, capsys: Captured) -> None:
    assert build(own_content, "nowhere.yaml") == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "nowhere.yaml" in line


def test_with_a_broken_catalogue_here_nothing_is_taken_in(
    own_content: Path, catalogue: Path, capsys: Captured
) -> None:
    damage(own_content, ITEMS, "confidence: press", "confidence: sure")
    before = files(own_content)
    assert build(own_content, catalogue) == 1
    assert f"{ITEMS}:" in capsys.readouterr().err
    assert files(own_content) == before


# The borders.

QUESTIONS = """questions:
  - {id: q1, text: 身份证丢了怎么补办, kind: in_scope, entries: [card_lost]}
  - {id: q2, text: 单位要核查身份证, kind: in_scope, entries: [card_check]}
  - {id: q3, text: 丢了身份证手机还能用吗, kind: out_of_scope}
# 完
"""


def with_questions(content: Path, text: str = QUESTIONS) -> None:
    (content / "tests").mkdir()
    (content / "tests" / "own.yaml").write_text(text, "utf-8")


def test_borders_are_fitted_on_the_questions_of_the_content(
    own_content: Path, capsys: Captured
) -> None:
    with_questions(own_content)
    assert build(own_content) == 0
    assert "borders: 3 个问题" in capsys.readouterr().out
    assert main(["check", "--content", str(own_content)]) == 0


def test_borders_are_fitted_again_only_for_other_questions_or_phrasings(
    own_content: Path, capsys: Captured
) -> None:
    with_questions(own_content)
    build(own_content)
    capsys.readouterr()
    build(own_content)
    assert capsys.readouterr().out == NOTHING
    damage(own_content, "tests/own.yaml", "单位要核查", "公司要核查")
    build(own_content)
    assert "borders: 3 个问题" in capsys.readouterr().out


def test_questions_with_a_fault_are_named(own_content: Path, capsys: Captured) -> None:
    with_questions(own_content, QUESTIONS.replace("in_scope", "in_scop", 1))
    assert build(own_content) == 1
    assert "tests/own.yaml:2:" in capsys.readouterr().err
