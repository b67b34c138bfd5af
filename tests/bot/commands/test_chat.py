from pathlib import Path

import pytest

from tests.processes import jingwu


def test_questions_and_numbers_are_answered_until_the_end_of_input(content: Path) -> None:
    typed = "补身份证多少钱\n1\n".encode()
    ran = jingwu("chat", "--content", str(content), stdin=typed)
    assert ran.returncode == 0, ran.stderr.decode()
    greeting, fee, overview, rest = ran.stdout.decode().split("\n> ")
    assert "110" in greeting
    assert "40元" in fee
    assert "\n1. 怎么办\n" in fee
    assert "户口簿" in overview
    assert rest == "\n"


def test_it_can_be_in_english(content: Path) -> None:
    ran = jingwu("chat", "--content", str(content), "--language", "en")
    assert ran.stdout.isascii()


@pytest.mark.parametrize("errors", ["strict", "surrogateescape"])
def test_broken_input_does_not_end_it(content: Path, errors: str) -> None:
    typed = "身份证".encode("gbk") + "\n身份证\n".encode() + "身份\n".encode()[1:]
    ran = jingwu(
        "chat",
        "--content",
        str(content),
        stdin=typed,
        environ={"PYTHONIOENCODING": f"utf-8:{errors}"},
    )
    assert ran.returncode == 0, ran.stderr.decode()
    assert ran.stdout.count(b"\n> ") == 4


def test_without_content_it_says_so(tmp_path: Path) -> None:
    ran = jingwu("chat", "--content", str(tmp_path / "nowhere"))
    assert ran.returncode == 1
    assert ran.stderr.startswith(b"jingwu: ")
