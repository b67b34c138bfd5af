from collections.abc import Callable
from pathlib import Path

import pytest

from faq.model import Alert, Language
from faq.safety import learned, lessons
from faq.safety.screening import judge
from faq.safety.teaching import key


@pytest.mark.parametrize(
    ("file", "lines"),
    [(learned.DANGER, lessons.of_danger), (learned.HARM, lessons.of_harm)],
    ids=["danger", "harm"],
)
def test_the_screen_was_learnt_from_the_lines_as_they_are(
    file: Path, lines: Callable[[], tuple[lessons.Line, ...]]
) -> None:
    found = learned.load(file)
    assert found is not None
    assert found.about.key == key(lines(), by_ideas=found.about.by_ideas), "run script/learn-safety"


@pytest.mark.parametrize("data", [b"", b"?" * 99], ids=["empty", "garbage"])
def test_a_damaged_file_is_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "danger.npz").write_bytes(data)
    assert learned.load(tmp_path / "danger.npz") is None


def test_without_the_file_outright_words_still_get_a_card() -> None:
    assert judge("我不想活了", Language.ZH, None) is Alert.SUICIDE
