from pathlib import Path

import numpy as np
import pytest

from bot.kept import Kept
from bot.knowledge import RULES, BadContent, open_knowledge, reopen_knowledge
from faq.model import Level
from tests.content import ITEMS, LOST, damage, place


def test_content_becomes_knowledge(content: Path) -> None:
    knowledge = open_knowledge(content)
    assert set(knowledge.catalogue.entries) == {"card_lost", "card_check"}
    assert knowledge.matcher.search("补身份证多少钱")[0].topic == "card_lost"


# What was learnt is kept.


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "var")


def test_what_was_learnt_is_kept_for_the_next_time(content: Path, kept: Kept) -> None:
    first = open_knowledge(content, kept)
    assert kept.arrays(first.matcher.learned.key) is not None


def test_what_was_kept_is_used(content: Path, kept: Kept) -> None:
    learned = open_knowledge(content, kept).matcher.learned
    kept.keep({**learned.arrays(), "telling": np.frombuffer("纸\n钱".encode(), np.uint8)})
    assert open_knowledge(content, kept).matcher.learned.telling == ("纸", "钱")


def test_where_nothing_can_be_kept_it_is_learnt_each_time(content: Path, tmp_path: Path) -> None:
    (tmp_path / "var").write_text("a file where the folder should be")
    knowledge = open_knowledge(content, Kept(tmp_path / "var"))
    assert knowledge.matcher.search("补身份证多少钱")[0].topic == "card_lost"


def test_reopened_knowledge_shares_what_was_learnt_of_the_same_words(
    content: Path, own_content: Path, kept: Kept
) -> None:
    before = open_knowledge(content, kept)
    damage(own_content, ITEMS, "amount: 40元", "amount: 60元")
    after = reopen_knowledge(own_content, before, kept)
    assert after.matcher.learned is before.matcher.learned


def test_reopened_knowledge_is_what_opening_it_anew_gives(
    content: Path, own_content: Path, kept: Kept
) -> None:
    before = open_knowledge(content, kept)
    damage(own_content, ITEMS, "amount: 40元", "amount: 60元")
    after = reopen_knowledge(own_content, before, kept)
    assert after.catalogue == open_knowledge(own_content, kept).catalogue


def test_reopened_knowledge_of_other_words_is_read_from_what_was_kept(
    content: Path, own_content: Path, kept: Kept
) -> None:
    before = open_knowledge(content, kept)
    damage(own_content, LOST, "补身份证多少钱", "领身份证多少钱")
    other = open_knowledge(own_content, kept).matcher.learned
    assert reopen_knowledge(own_content, before, kept).matcher.learned.key == other.key


def test_knowledge_that_cannot_be_read_is_not_reopened(own_content: Path, kept: Kept) -> None:
    damage(own_content, ITEMS, "confidence: press", "confidence: sure")
    with pytest.raises(BadContent):
        reopen_knowledge(own_content, None, kept)


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
    own_content: Path, kept: Kept
) -> None:
    catalogue = open_knowledge(own_content, kept).catalogue
    assert kept.has_passed(f"{RULES} {catalogue.version}")
    damage(own_content, ITEMS, "confidence: press", "confidence: sure")
    with pytest.raises(BadContent):
        open_knowledge(own_content, kept)


def test_how_people_ask_is_looked_at_again_only_where_it_changed(
    own_content: Path, kept: Kept
) -> None:
    open_knowledge(own_content, kept)
    damage(own_content, ITEMS, "amount: 40元", "amount: 60元")
    assert open_knowledge(own_content, kept)
    damage(own_content, LOST, "补身份证多少钱", "补身份证多少钱, 核查身份证去哪")
    with pytest.raises(BadContent) as fault:
        open_knowledge(own_content, kept)
    assert {one.rule for one in fault.value.problems} >= {"phrasings"}
