from pathlib import Path

import pytest

from bot.kept_files import pack, unpack
from faq.assembly import load


def test_what_was_read_is_read_from_what_was_kept(content: Path) -> None:
    first = load(content).catalogue
    assert first is not None
    again = load(content, unpack(pack(first.files)))
    assert again.catalogue is not None
    assert again.catalogue.entries == first.entries
    assert not again.trees  # no file was read as YAML


def test_a_file_that_changed_is_read_anew(own_content: Path) -> None:
    first = load(own_content).catalogue
    assert first is not None
    kept = unpack(pack(first.files))
    changed = next(own_content.glob("entries/*/*.yaml"))
    changed.write_text("# 改过\n" + changed.read_text("utf-8"), "utf-8")
    again = load(own_content, kept)
    assert set(again.trees) == {changed.relative_to(own_content).as_posix()}


def test_what_other_code_kept_is_not_used(content: Path) -> None:
    catalogue = load(content).catalogue
    assert catalogue is not None
    _, *lines = pack(catalogue.files).split("\n")
    assert unpack("\n".join(["of older code", *lines])) == {}


@pytest.mark.parametrize("line", ["a\tb", "a\tzz\tc\t{}"])
def test_a_damaged_line_is_no_record(line: str) -> None:
    with pytest.raises(ValueError, match=r"unpack|hex"):
        unpack(f"{pack({})}\n{line}")
