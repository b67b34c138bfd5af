import os
from pathlib import Path

import pytest

from bot.reload.archive import Unpackable, clear, fingerprint, pack, unpack
from faq.assembly import load
from faq.loader import MAX_BYTES
from tests.content import ITEMS, damage


def names(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


def test_what_was_packed_comes_out_byte_for_byte(content: Path, tmp_path: Path) -> None:
    folder = unpack(pack(content), tmp_path)
    assert names(folder) == names(content)
    assert all(
        (folder / name).read_bytes() == (content / name).read_bytes() for name in names(folder)
    )
    assert load(folder).catalogue == load(content).catalogue


def test_equal_content_packs_into_equal_bytes(content: Path, own_content: Path) -> None:
    os.utime(own_content / ITEMS, (1, 1))
    assert pack(own_content) == pack(content)


def test_other_content_is_unpacked_into_another_folder(
    content: Path, own_content: Path, tmp_path: Path
) -> None:
    first = unpack(pack(content), tmp_path)
    damage(own_content, ITEMS, "amount: 40元", "amount: 60元")
    second = unpack(pack(own_content), tmp_path)
    assert first != second
    assert "60元" in (second / ITEMS).read_text("utf-8")
    assert "40元" in (first / ITEMS).read_text("utf-8")


def test_a_fingerprint_tells_content_from_other_content(content: Path, own_content: Path) -> None:
    assert fingerprint(own_content) == fingerprint(content)
    damage(own_content, ITEMS, "amount: 40元", "amount: 60元")
    assert fingerprint(own_content) != fingerprint(content)


def test_a_folder_that_is_unpacked_has_the_name_of_its_content(
    content: Path, tmp_path: Path
) -> None:
    folder = unpack(pack(content), tmp_path)
    assert folder.name == fingerprint(content) == fingerprint(folder)


def test_what_a_crash_left_half_unpacked_is_not_used(content: Path, tmp_path: Path) -> None:
    packed = pack(content)
    whole = unpack(packed, tmp_path / "one")
    half = (tmp_path / "two" / whole.name).with_suffix(".part")
    half.mkdir(parents=True)
    (half / "stray.yaml").write_text("a: b\n", "utf-8")
    assert names(unpack(packed, tmp_path / "two")) == names(whole)


def test_only_folders_in_use_stay(content: Path, own_content: Path, tmp_path: Path) -> None:
    first = unpack(pack(content), tmp_path / "staged")
    damage(own_content, ITEMS, "amount: 40元", "amount: 60元")
    second = unpack(pack(own_content), tmp_path / "staged")
    clear(tmp_path / "staged", frozenset({second}))
    assert not first.exists()
    assert second.exists()


def test_files_of_other_kinds_are_left_out(own_content: Path, tmp_path: Path) -> None:
    (own_content / "notes.txt").write_text("x", "utf-8")
    (own_content / ".hosts.yaml.swp").write_text("x", "utf-8")
    found = names(unpack(pack(own_content), tmp_path))
    assert "notes.txt" not in found
    assert ".hosts.yaml.swp" not in found


def test_a_link_out_of_the_folder_is_refused_with_its_name(own_content: Path) -> None:
    (own_content / "entries" / "secret.yaml").symlink_to("/etc/passwd")
    with pytest.raises(Unpackable, match=r"^entries/secret\.yaml:1:1: error file"):
        pack(own_content)


def test_a_pipe_is_refused_and_keeps_nobody_waiting(own_content: Path) -> None:
    os.mkfifo(own_content / "words.yaml.yaml")
    with pytest.raises(Unpackable, match=r"words\.yaml\.yaml"):
        pack(own_content)


def test_of_a_file_that_is_too_large_no_more_is_packed_than_shows_it(
    own_content: Path, tmp_path: Path
) -> None:
    (own_content / "large.yaml").write_bytes(b"#" * (3 * MAX_BYTES))
    folder = unpack(pack(own_content), tmp_path)
    assert (folder / "large.yaml").stat().st_size == MAX_BYTES + 1


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unpackable, match="nowhere"):
        pack(tmp_path / "nowhere")
