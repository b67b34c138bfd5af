from pathlib import Path

import pytest

from faq.questions import read

ONE = "questions:\n  - {id: q1, text: 补身份证多少钱, kind: in_scope, entries: [card_lost]}\n# 完\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "cards.yaml").write_text(ONE, "utf-8")
    return tmp_path


def test_questions_come_in_order_of_file_and_line(folder: Path) -> None:
    (folder / "tests" / "also.yaml").write_text(ONE.replace("q1", "q0"), "utf-8")
    questions, problems = read(folder)
    assert [one.id for one in questions] == ["q0", "q1"]
    assert problems == ()


def test_content_without_questions_has_none(tmp_path: Path) -> None:
    assert read(tmp_path) == ((), ())


def test_an_id_used_twice_is_named_with_its_place(folder: Path) -> None:
    (folder / "tests" / "more.yaml").write_text(ONE, "utf-8")
    _, (problem,) = read(folder)
    assert str(problem).startswith("tests/more.yaml:2:6: error questions: 编号 q1")
