from pathlib import Path
from typing import TypeAlias

import pytest

from bot.__main__ import main
from tests.content import LOST, damage

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
