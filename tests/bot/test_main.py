import pytest

from bot.__main__ import main
from tests.processes import jingwu


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("jingwu ")


@pytest.mark.parametrize("arguments", [[], ["dance"], ["ask", "--loud"], ["check", "--content"]])
def test_what_is_no_command_is_answered_with_the_usage(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: jingwu")


@pytest.mark.parametrize("command", ["run", "ask", "chat", "check", "build", "migrate"])
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: jingwu {command}")


def test_a_command_that_fails_says_why_in_one_message() -> None:
    ran = jingwu("check", "--content", "/nowhere")
    assert ran.returncode == 1
    ran = jingwu("ask", "--content", "/nowhere", "身份证丢了")
    assert ran.returncode == 1
    assert ran.stdout == b""
    assert ran.stderr.startswith(b"jingwu: ")
    assert b"Traceback" not in ran.stderr
