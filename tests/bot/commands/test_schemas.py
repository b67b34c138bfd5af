from pathlib import Path

import pytest

from bot.__main__ import main
from faq.schema.editors import schemas


def test_every_schema_is_written_into_the_content(own_content: Path) -> None:
    assert main(["schemas", "--content", str(own_content)]) == 0
    written = {path.stem: path.read_text("utf-8") for path in own_content.glob("schemas/*.json")}
    assert written == schemas()


def test_a_folder_that_cannot_be_written_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schemas", "--content", str(tmp_path / "none")]) == 1
    assert "none" in capsys.readouterr().err
