from pathlib import Path
from typing import TypeAlias

import pytest
from aiohttp.test_utils import unused_port

from bot.__main__ import main

Captured: TypeAlias = pytest.CaptureFixture[str]


@pytest.fixture
def config(content: Path, tmp_path: Path) -> Path:
    file = tmp_path / "config.yaml"
    port = unused_port()
    file.write_text(
        f"content: {{path: '{content}'}}\ndatabase: 'sqlite:///{tmp_path}/jingwu.db'\n"
        f"web: {{port: {port}}}\ntelegram: {{api_root: 'http://127.0.0.1:{unused_port()}'}}\n"
    )
    file.chmod(0o600)
    return file


def test_a_sound_installation_has_nothing_to_do(config: Path, capsys: Captured) -> None:
    assert main(["doctor", "--config", str(config)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[0] for line in lines] == ["✓"] * 8


def test_what_is_wrong_comes_with_what_to_do(config: Path, capsys: Captured) -> None:
    config.chmod(0o644)
    assert main(["doctor", "--config", str(config)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines if line[0] != "✓"] == ["✗", "→"]


def test_a_configuration_that_cannot_be_read_is_one_message(config: Path, capsys: Captured) -> None:
    config.write_text("web: {prot: 80}")
    assert main(["doctor", "--config", str(config)]) == 1
    assert "web.prot" in capsys.readouterr().err
