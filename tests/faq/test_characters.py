from pathlib import Path

import opencc
import pytest

from faq.catalogue import PACKAGED
from faq.characters import converted

WRITTEN = "\n".join(
    file.read_text("utf-8")
    for folder in ("phrases", "catalogue", "guides", "cities")
    for file in sorted((PACKAGED / folder).rglob("*.yaml"))
)


@pytest.mark.parametrize("direction", ["s2tw", "s2t", "t2s", "tw2sp"])
def test_the_lean_tables_write_what_the_whole_ones_write(direction: str) -> None:
    assert converted(direction, WRITTEN) == opencc.OpenCC(direction).convert(WRITTEN)


def test_half_of_a_letter_is_left_out() -> None:
    assert converted("s2t", "护\ud800照") == "護照"


def test_a_library_without_its_files_where_they_were_converts_as_well(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("faq.characters._SHARED", tmp_path)
    assert converted("t2tw", "裏面") == "裡面"


def test_where_nothing_can_be_written_it_converts_as_well(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    assert converted("t2jp", "學校") == "学校"
