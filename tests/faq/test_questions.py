from pathlib import Path

import pytest

from faq.questions import TESTS, UNSEEN, check, read

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


def test_questions_that_nothing_was_written_for_are_read_when_asked_for(folder: Path) -> None:
    (folder / "unseen").mkdir()
    (folder / "unseen" / "people.yaml").write_text(ONE.replace("q1", "u1"), "utf-8")
    asked, _ = read(folder)
    fitted, _ = read(folder, TESTS, UNSEEN)
    assert ([one.id for one in asked], [one.id for one in fitted]) == (["q1"], ["q1", "u1"])


def test_an_id_of_the_tests_is_not_used_for_an_unseen_question(folder: Path) -> None:
    (folder / "unseen").mkdir()
    (folder / "unseen" / "people.yaml").write_text(ONE, "utf-8")
    (problem,) = check(folder, None)
    assert str(problem).startswith("unseen/people.yaml:2:6: error questions: 编号 q1")
