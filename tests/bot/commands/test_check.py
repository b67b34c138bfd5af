import json
from pathlib import Path
from typing import TypeAlias

import pytest

from bot.__main__ import main
from tests.content import CHECK, ITEMS, LOST, SOURCES, damage

Captured: TypeAlias = pytest.CaptureFixture[str]


def test_content_without_problems_passes(content: Path, capsys: Captured) -> None:
    assert main(["check", "--content", str(content)]) == 0
    assert capsys.readouterr().out == "0 处错误,0 处提醒 / 0 errors, 0 warnings\n"


def test_every_error_is_printed_with_its_place(own_content: Path, capsys: Captured) -> None:
    damage(own_content, "hosts.yaml", '"www.gov.cn"', "no host")
    damage(own_content, "words.yaml", "# 完\n", "")
    assert main(["check", "--content", str(own_content)]) == 1
    host, words, summary = capsys.readouterr().out.splitlines()
    assert host.startswith("hosts.yaml:1:9: error schema: ")
    assert words.startswith("words.yaml:4:1: error end_mark: ")
    assert summary.endswith("2 errors, 0 warnings")


def test_a_warning_alone_passes(own_content: Path, capsys: Captured) -> None:
    damage(own_content, LOST, "补身份证多少钱", "补身份证多少钱, 补身份证多少钱?")
    assert main(["check", "--content", str(own_content)]) == 0
    warning, summary = capsys.readouterr().out.splitlines()
    assert warning.startswith(f"{LOST}:3:")
    assert ": warning phrasings: " in warning
    assert summary.endswith("0 errors, 1 warnings")


def test_every_phrasing_is_asked_if_that_is_wanted(own_content: Path, capsys: Captured) -> None:
    damage(own_content, CHECK, "在哪核查真伪", "身份证丢了怎么补办呀我想补办身份证")
    assert main(["check", "--content", str(own_content)]) == 0
    assert main(["check", "--content", str(own_content), "--ask"]) == 1
    assert ": error stolen: " in capsys.readouterr().out


@pytest.mark.parametrize("where", ["nowhere", "a file"])
def test_a_folder_that_is_none_is_an_error(tmp_path: Path, where: str, capsys: Captured) -> None:
    (tmp_path / "a file").write_text("")
    assert main(["check", "--content", str(tmp_path / where)]) == 1
    assert where in capsys.readouterr().out


def test_an_empty_folder_is_told_all_that_is_missing(tmp_path: Path, capsys: Captured) -> None:
    assert main(["check", "--content", str(tmp_path)]) == 1
    printed = capsys.readouterr().out
    for name in ("catalogue/sources.yaml", "facets.yaml", "phrases/zh.yaml", "words.yaml"):
        assert f"{name}:1:1: error file: " in printed


def test_problems_are_also_given_as_json(own_content: Path, capsys: Captured) -> None:
    damage(own_content, "hosts.yaml", '"www.gov.cn"', "no host")
    assert main(["check", "--content", str(own_content), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    (problem,) = found.pop("problems")
    assert found == {"errors": 1, "warnings": 0}
    assert problem.pop("message").startswith("写法不对")
    assert problem == {
        "path": "hosts.yaml",
        "line": 1,
        "column": 9,
        "level": "error",
        "rule": "schema",
    }


@pytest.mark.parametrize(("day", "status"), [("2024-06-01", 0), ("2024-06-02", 1)])
def test_dates_are_checked_for_the_day_given(own_content: Path, day: str, status: int) -> None:
    damage(own_content, ITEMS, "    as_of: 2024-05\n", "    valid_until: 2024-06-01\n")
    damage(own_content, SOURCES, "compiled: 2026-11-23", "compiled: 2024-05-01")
    assert main(["check", "--content", str(own_content), "--as-of", day]) == status


def test_a_test_question_that_expects_an_unknown_entry_is_refused(
    own_content: Path, capsys: Captured
) -> None:
    (own_content / "tests").mkdir()
    question = "questions:\n  - {id: q, text: 补证, kind: in_scope, entries: [card_none]}\n# 完\n"
    (own_content / "tests/cards.yaml").write_text(question, "utf-8")
    assert main(["check", "--content", str(own_content)]) == 1
    assert capsys.readouterr().out.startswith("tests/cards.yaml:2:49: error questions: ")
