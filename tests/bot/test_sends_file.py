from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import sends_file
from bot.sends_file import SendsFile


def test_what_was_noted_is_known_after_a_crash(tmp_path: Path) -> None:
    before = SendsFile(tmp_path / "sends")
    before.note("7/1/1", 1)
    before.note("8/1/1", 1)
    before.note("8/1/1", 9)
    after = SendsFile(tmp_path / "sends")  # the first was never closed
    assert [after.tries(name) for name in ("7/1/1", "8/1/1", "9/1/1")] == [1, 9, 0]


def test_what_is_over_is_forgotten(tmp_path: Path) -> None:
    before = SendsFile(tmp_path / "sends")
    before.note("7/1/1", 9)
    before.note("70/1/1", 1)
    before.forget("7")
    after = SendsFile(tmp_path / "sends")
    assert [after.tries(name) for name in ("7/1/1", "70/1/1")] == [0, 1]


def test_a_line_that_was_cut_off_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "sends"
    path.write_bytes(b"7/1/1 1;\n8/1/1 19/1/1 1;\n10/1/1 1;\n11/1/1 1")
    found = SendsFile(path)
    assert [found.tries(f"{one}/1/1") for one in (7, 8, 9, 10, 11)] == [1, 0, 0, 1, 0]


@given(st.binary())
def test_no_file_keeps_it_from_starting(
    tmp_path_factory: pytest.TempPathFactory, was: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "sends"
    path.write_bytes(was)
    SendsFile(path).close()


def test_the_file_stays_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sends_file, "_LARGE", 1_000)
    sends = SendsFile(path := tmp_path / "sends")
    sends.note("7/1/1", 1)
    for update in range(100, 300):
        sends.note(f"{update}/1/1", 1)
        sends.forget(str(update))
    assert path.stat().st_size <= 1_020
    assert SendsFile(path).tries("7/1/1") == 1


def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    SendsFile(path := tmp_path / "sends").note("7/1/1", 1)
    assert path.stat().st_mode & 0o077 == 0


def test_without_a_file_it_goes_on_in_memory(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "sends").mkdir()
    sends = SendsFile(tmp_path / "sends")
    sends.note("7/1/1", 1)
    assert sends.tries("7/1/1") == 1
    assert "cannot be written" in caplog.text
