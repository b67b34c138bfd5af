import json
from pathlib import Path
from typing import TypeAlias

import pytest

from bot.__main__ import main
from tests.processes import first_line, jingwu

Captured: TypeAlias = pytest.CaptureFixture[str]
FEE = "补身份证多少钱"


def test_the_answer_is_printed(content: Path, capsys: Captured) -> None:
    assert main(["ask", FEE, "--content", str(content)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("补领收费40元。\n")
    assert "\n1. " in printed


def test_the_answer_may_be_json(content: Path, capsys: Captured) -> None:
    assert main(["ask", FEE, "--json", "--content", str(content)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    record = json.loads(line)
    assert (record["outcome"], record["entry"], record["facet"]) == (
        "answered",
        "card_lost",
        "fee",
    )


def test_the_answer_may_be_explained(content: Path, capsys: Captured) -> None:
    assert main(["ask", FEE, "--explain", "--content", str(content)]) == 0
    answer, _, why = capsys.readouterr().out.partition("\n\nanswered  confidence ")
    assert "40元" in answer
    assert f"entry card_lost / fee  ← {FEE}" in why


def test_the_language_may_be_given(content: Path, capsys: Captured) -> None:
    assert main(["ask", FEE, "--language", "en", "--content", str(content)]) == 0
    assert capsys.readouterr().out.startswith("A new card costs CNY 40.")


def test_an_unknown_language_is_refused(capsys: Captured) -> None:
    with pytest.raises(SystemExit):
        main(["ask", FEE, "--language", "fr"])
    assert "zh-Hant" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], [FEE, "--jsonl"]], ids=["neither", "both"])
def test_it_takes_either_a_question_or_lines(arguments: list[str], capsys: Captured) -> None:
    assert main(["ask", *arguments]) == 1
    assert "jingwu ask" in capsys.readouterr().err


def test_the_environment_may_name_the_content(
    content: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JINGWU_CONTENT", str(content))
    assert main(["ask", FEE]) == 0
    assert "补领收费40元" in capsys.readouterr().out


def test_with_broken_content_it_says_where(own_content: Path, capsys: Captured) -> None:
    (own_content / "hosts.yaml").write_text("hosts: [\n# 完\n", "utf-8")
    assert main(["ask", FEE, "--content", str(own_content)]) == 1
    assert "\nhosts.yaml:3:1: error syntax" in capsys.readouterr().err


# Lines of JSON, through a process, since its standard input and output are what matters.


def answers(content: Path, *lines: str | bytes) -> list[dict[str, object]]:
    """The answers to lines, none of which may end the run."""
    stdin = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    ran = jingwu("ask", "--jsonl", "--content", str(content), stdin=stdin)
    assert ran.returncode == 0, ran.stderr.decode()
    return [json.loads(line) for line in ran.stdout.splitlines()]


def test_lines_are_answered_in_order_and_bad_ones_do_not_stop_the_others(content: Path) -> None:
    first, bad, followed, english, no_object, last = answers(
        content,
        f'{{"id": "first", "text": "{FEE}"}}',
        "no JSON at all",
        f'{{"id": 3, "text": "{FEE}", "context": ["你好", "身份证丢了"], "colour": "red"}}',
        "",
        f'{{"id": ["en"], "text": "{FEE}", "language": "en"}}',
        "[]",
        '{"text": "红烧肉怎么做"}',
    )
    assert (first["id"], first["entry"], first["facet"]) == ("first", "card_lost", "fee")
    assert bad == {"id": None, "line": 2, "outcome": "failed", "error": bad["error"]}
    assert (followed["id"], followed["entry"], followed["facet"]) == (3, "card_lost", "fee")
    assert (english["id"], english["language"]) == (["en"], "en")
    assert (no_object["line"], no_object["outcome"]) == (6, "failed")
    assert (last["id"], "error" in last) == (None, False)


def test_broken_text_does_not_end_the_run(content: Path) -> None:
    lines = [
        b'{"id": 1, "text": "\\ud800"}',
        b'{"id": 2, "text": "\\udfff\xe8\xba\xab\xe4\xbb\xbd\xe8\xaf\x81", "context": ["\\ud83d"]}',
        b'{"id": 3, "text": "\xff\xfe\xe8\xba\xab"}',
        b"\xff\xfe\x00",
        b'{"id": 5, "text": "\\u0000\\u202e\\u200b"}',
        b'{"id": 6, "text": ""}',
        f'{{"id": 7, "text": "{"证" * 100_000}"}}'.encode(),
        f'{{"id": 8, "text": "{FEE}"}}'.encode(),
    ]
    found = answers(content, *lines)
    assert [one["id"] for one in found] == [1, 2, 3, None, 5, 6, 7, 8]
    assert found[-1]["entry"] == "card_lost"


def test_a_broken_id_does_not_end_the_run(content: Path) -> None:
    found = answers(content, '{"id": "\\ud800", "text": "a"}', b'{"id": "\xff", "text": "a"}', "{}")
    assert len(found) == 3


def test_nothing_asked_is_nothing_answered(content: Path) -> None:
    assert answers(content) == answers(content, "", "  ") == []


def test_whoever_reads_may_stop_early(content: Path) -> None:
    lines = b'{"text": "a"}\n' * 500
    line, said = first_line("ask", "--jsonl", "--content", str(content), stdin=lines)
    assert json.loads(line)["outcome"]
    assert said == b""
