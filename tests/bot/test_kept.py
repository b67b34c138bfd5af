from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from bot import mapped
from bot.kept import Kept
from faq.matching.learned import FORMAT, Arrays
from faq.matching.matcher import Matcher
from tests.content import catalogue


@pytest.fixture(scope="module")
def arrays(tmp_path_factory: pytest.TempPathFactory) -> Arrays:
    """What is learnt, of which only the key matters here."""
    return {**of_key("abc"), "numbers": np.arange(3)}


def of_key(key: str) -> Arrays:
    return {"key": np.frombuffer(key.encode(), np.uint8), "format": np.array([FORMAT])}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "var"


def test_what_was_learnt_is_found_again(folder: Path, content: Path) -> None:
    learnt = Matcher(catalogue(content)).learned
    Kept(folder).keep(learnt.arrays())
    found = Kept(folder).arrays(learnt.key)
    assert found is not None
    assert all(np.array_equal(found[name], array) for name, array in learnt.arrays().items())


def test_what_was_never_kept_is_not_there(folder: Path) -> None:
    assert Kept(folder).arrays("abc") is None


def test_of_four_keys_the_oldest_makes_room(folder: Path) -> None:
    kept = Kept(folder)
    for key in ("a", "b", "c", "d"):
        kept.keep(of_key(key))
    assert [key for key in "abcd" if kept.arrays(key) is not None] == ["b", "c", "d"]


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda file: file.write_bytes(b""),
    "garbage": lambda file: file.write_bytes(b"?" * 999),
    "cut": lambda file: file.write_bytes(file.read_bytes()[:-9]),
    "another letter": lambda file: file.write_bytes(b"?" + file.read_bytes()[1:]),
    "another key": lambda file: mapped.write(file, of_key("xyz")),
    "other arrays": lambda file: mapped.write(file, {"words": np.zeros(3)}),
}


@pytest.mark.parametrize("spoil", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_file_is_as_good_as_none(
    folder: Path, arrays: Arrays, spoil: Callable[[Path], object]
) -> None:
    kept = Kept(folder)
    kept.keep(arrays)
    spoil(folder / "learned.abc.arrays")
    assert kept.arrays("abc") is None
    kept.keep(arrays)
    assert kept.arrays("abc") is not None


def test_where_nothing_can_be_kept_it_is_said(
    folder: Path, arrays: Arrays, caplog: pytest.LogCaptureFixture
) -> None:
    folder.write_text("a file where the folder should be")
    Kept(folder).keep(arrays)
    assert "cannot keep what was learnt" in caplog.text


def test_what_passed_has_passed_until_much_else_did(folder: Path) -> None:
    kept = Kept(folder)
    assert not kept.has_passed("one")
    kept.note_passed("one")
    assert Kept(folder).has_passed("one")
    kept.note_passed("two", "three")
    assert all(map(kept.has_passed, ("one", "two", "three")))
    for at in range(40):
        kept.note_passed(f"{at}")
    assert not kept.has_passed("one")
    assert not kept.has_passed("")
