import json
from pathlib import Path

import pytest

from benchmarks.questions import BadLine, Labelled, Sort, read
from faq.model import Facet

LINE: dict[str, object] = {
    "id": "q1",
    "text": "补身份证多少钱",
    "lang": "zh",
    "kind": "in_scope",
    "entries": ["id_card_lost"],
    "facets": ["fee"],
    "context": [],
    "style": ["colloquial"],
    "city": None,
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "questions.jsonl"


def test_a_line_becomes_a_labelled_question(file: Path) -> None:
    file.write_text(json.dumps(LINE), "utf-8")
    assert read(file) == (
        Labelled(
            id="q1",
            text="补身份证多少钱",
            lang="zh",
            kind=Sort.IN_SCOPE,
            entries=("id_card_lost",),
            facets=(Facet.FEE,),
            style=("colloquial",),
        ),
    )


def test_empty_lines_are_skipped_and_order_is_kept(file: Path) -> None:
    both = [json.dumps(LINE), "", json.dumps({**LINE, "id": "q2"}), ""]
    file.write_text("\n".join(both), "utf-8")
    assert [one.id for one in read(file)] == ["q1", "q2"]


def test_a_line_separator_inside_a_text_does_not_end_the_line(file: Path) -> None:
    file.write_text(json.dumps({**LINE, "text": "一\u2028二"}, ensure_ascii=False), "utf-8")
    assert [one.text for one in read(file)] == ["一\u2028二"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "not JSON"),
        ("[]", "not a JSON object"),
        (json.dumps({**LINE, "text": None}), "text: Field required"),
        (json.dumps({**LINE, "kind": "poem"}), "kind: Input should be"),
        (json.dumps({**LINE, "facets": ["colour"]}), "facets.0: Input should be"),
        (json.dumps({**LINE, "entries": "id_card_lost"}), "entries: Input should be"),
        (json.dumps({**LINE, "context": [1]}), "context.0: Input should be"),
    ],
    ids=["cut", "list", "no text", "kind", "facet", "entries", "context"],
)
def test_a_bad_line_is_named_with_its_place(file: Path, line: str, fault: str) -> None:
    file.write_text("\n" + line, "utf-8")
    with pytest.raises(BadLine, match=rf"questions\.jsonl:2: .*{fault}"):
        read(file)


def test_the_questions_of_a_content_folder_are_read(tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    text = "questions:\n  - {id: q1, text: 补身份证多少钱, kind: in_scope}\n# 完\n"
    (tmp_path / "tests" / "own.yaml").write_text(text, "utf-8")
    assert [one.id for one in read(tmp_path / "tests")] == ["q1"]


def test_a_file_without_questions_is_refused(file: Path) -> None:
    file.write_text("\n", "utf-8")
    with pytest.raises(BadLine, match="no questions"):
        read(file)
