from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from bot.knowledge import BadContent, open_knowledge
from faq.model import Level
from tests.content import ITEMS, LOST, damage, place


def test_content_becomes_knowledge(content: Path) -> None:
    knowledge = open_knowledge(content)
    assert set(knowledge.catalogue.entries) == {"card_lost", "card_check"}
    assert knowledge.matcher.search("补身份证多少钱")[0].topic == "card_lost"


# What was learnt is kept.


def found(content: Path, kept: Path) -> list[tuple[str, float]]:
    """What a question is found to be about, with a file of what was learnt before."""
    matches = open_knowledge(content, kept).matcher.search("补身份证多少钱")
    return [(match.topic, match.score) for match in matches]


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "var" / "matcher.npz"


def test_what_was_learnt_is_kept_and_found_again(content: Path, kept: Path) -> None:
    first = found(content, kept)
    written = kept.read_bytes()
    assert found(content, kept) == first
    assert kept.read_bytes() == written
    assert sorted(path.name for path in kept.parent.iterdir()) == ["matcher.checked", kept.name]


def test_what_was_learnt_of_other_content_is_replaced(
    content: Path, own_content: Path, kept: Path
) -> None:
    damage(own_content, LOST, "补身份证多少钱", "领身份证多少钱")
    found(own_content, kept)
    other = kept.read_bytes()
    assert found(content, kept)[0][0] == "card_lost"
    assert kept.read_bytes() != other


def _another_array(kept: Path) -> None:
    with kept.open("wb") as file:
        np.save(file, np.zeros(3))


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda kept: kept.write_bytes(b""),
    "garbage": lambda kept: kept.write_bytes(b"?" * 999),
    "cut": lambda kept: kept.write_bytes(kept.read_bytes()[:-9]),
    "another array": _another_array,
    "other arrays": lambda kept: np.savez(kept, words=np.zeros(3)),
}


@pytest.mark.parametrize("spoil", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_file_is_replaced(
    content: Path, kept: Path, spoil: Callable[[Path], object]
) -> None:
    whole = found(content, kept)
    written = kept.read_bytes()
    spoil(kept)
    assert found(content, kept) == whole
    assert len(kept.read_bytes()) == len(written)


def test_where_nothing_can_be_kept_it_is_learnt_each_time(
    content: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "var").write_text("a file where the folder should be")
    assert found(content, tmp_path / "var" / "matcher.npz")[0][0] == "card_lost"
    assert "cannot keep what was learnt" in caplog.text


# Content that may not be used.


def test_files_that_cannot_be_read_are_refused_with_their_places(own_content: Path) -> None:
    damage(own_content, ITEMS, "confidence: press", "confidence: sure")
    with pytest.raises(BadContent) as raised:
        open_knowledge(own_content)
    assert f"\n{place(own_content, ITEMS, 'confidence: sure')}: error " in str(raised.value)


def test_content_that_breaks_a_rule_is_refused(own_content: Path) -> None:
    damage(own_content, LOST, "补领收费{fee.amount}。", "补领收费{fee.colour}。")
    with pytest.raises(BadContent, match=r"card_lost\.yaml:\d+:\d+: error placeholders"):
        open_knowledge(own_content)


def test_a_warning_does_not_stand_in_the_way(own_content: Path) -> None:
    damage(own_content, LOST, "补身份证多少钱", "补身份证多少钱, 补身份证多少钱?")
    assert open_knowledge(own_content)


def test_of_many_errors_all_are_counted_and_twenty_are_shown(own_content: Path) -> None:
    damage(own_content, "hosts.yaml", '"www.gov.cn"', ", ".join(f"host{n}" for n in range(30)))
    with pytest.raises(BadContent, match="has 30 errors") as raised:
        open_knowledge(own_content)
    assert str(raised.value).count("hosts.yaml:1:") == 20
    assert len(raised.value.problems) == 30
    assert {one.level for one in raised.value.problems} == {Level.ERROR}


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadContent, match="nowhere"):
        open_knowledge(tmp_path / "nowhere")


def test_content_that_passed_is_checked_again_only_when_it_changed(
    own_content: Path, kept: Path
) -> None:
    open_knowledge(own_content, kept)
    passed = kept.with_suffix(".checked").read_text("utf-8")
    open_knowledge(own_content, kept)
    assert kept.with_suffix(".checked").read_text("utf-8") == passed
    damage(own_content, ITEMS, "confidence: press", "confidence: sure")
    with pytest.raises(BadContent):
        open_knowledge(own_content, kept)
