import os
from pathlib import Path

import pytest

from faq import files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.yaml").write_text("one", "utf-8")
    return tmp_path


def test_a_file_is_read_to_the_limit(folder: Path) -> None:
    assert files.read_below(folder, "in/a.yaml", 2) == b"on"


def test_files_are_listed_by_their_path_and_hidden_ones_are_not(folder: Path) -> None:
    (folder / "b.yaml").touch()
    (folder / ".b.yaml.swp").touch()
    assert files.listing(folder) == files.Listing(("b.yaml", "in/a.yaml"), (), is_cut=False)


@pytest.mark.parametrize("name", ["pipe", "link", "folder", "zero", "none"])
def test_what_is_no_regular_file_is_not_read(folder: Path, name: str) -> None:
    os.mkfifo(folder / "pipe")
    (folder / "link").symlink_to(folder / "in/a.yaml")
    (folder / "folder").mkdir()
    (folder / "zero").symlink_to("/dev/zero")
    with pytest.raises(OSError, match=r"\w"):
        files.read_below(folder, name, 10)


@pytest.mark.parametrize("name", ["../a.yaml", "in/../../a.yaml"])
def test_a_path_does_not_lead_out_of_its_folder(folder: Path, name: str) -> None:
    (folder / "a.yaml").touch()
    with pytest.raises(OSError, match="文件夹"):
        files.read_below(folder / "in", name, 10)


def test_a_linked_folder_is_neither_entered_nor_listed(folder: Path) -> None:
    (folder / "linked").symlink_to(folder / "in")
    with pytest.raises(OSError, match="链接"):
        files.read_below(folder, "linked/a.yaml", 10)
    assert files.listing(folder).odd == ("linked",)


def test_the_folder_itself_may_be_a_link(folder: Path) -> None:
    (folder / "current").symlink_to(folder / "in")
    assert files.read_below(folder / "current", "a.yaml", 10) == b"one"


def test_a_device_given_by_its_path_is_not_read() -> None:
    with pytest.raises(OSError, match="设备"):
        files.read(Path("/dev/zero"), 10)


def test_a_pipe_given_by_its_path_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    with pytest.raises(OSError, match="设备"):
        files.read(folder / "pipe", 10)


def test_more_files_than_may_be_are_not_listed(folder: Path) -> None:
    for name in "bcd":
        (folder / name).touch()
    assert [files.listing(folder, limit).is_cut for limit in (3, 4)] == [True, False]
