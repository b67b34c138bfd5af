from pathlib import Path

import pytest

from faq.model import Alert, Language
from faq.safety import learned, lessons, screen, screening


def test_the_screen_was_learnt_from_the_lines_as_they_are() -> None:
    found = learned.load(learned.FILE)
    assert found is not None
    assert found.key == lessons.key(lessons.lines()), "run script/learn-safety"


@pytest.mark.parametrize("data", [b"", b"?" * 99], ids=["empty", "garbage"])
def test_a_damaged_file_is_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "danger.npz").write_bytes(data)
    assert learned.load(tmp_path / "danger.npz") is None


def test_without_the_file_outright_words_still_get_a_card(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(screening, "packaged", lambda: None)
    assert screen("我不想活了", Language.ZH) is Alert.SUICIDE
