from pathlib import Path

import pytest

from bot.__main__ import main
from tests.content import LOST, damage

Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize("channel", ["text", "telegram", "web"])
def test_an_answer_is_shown_as_each_channel_renders_it(
    content: Path, capsys: Captured, channel: str
) -> None:
    words = ["preview", "card_lost", "--facet", "fee", "--channel", channel]
    assert main([*words, "--content", str(content)]) == 0
    assert "补领收费40元。" in capsys.readouterr().out


def test_all_facets_of_an_entry_are_shown_if_none_is_asked_for(
    content: Path, capsys: Captured
) -> None:
    assert main(["preview", "card_lost", "--content", str(content)]) == 0
    printed = capsys.readouterr().out
    assert "丢了可以补领" in printed
    assert "补领收费40元。" in printed


def test_an_answer_is_shown_in_english(content: Path, capsys: Captured) -> None:
    words = ["preview", "card_lost", "--facet", "fee", "--language", "en"]
    assert main([*words, "--content", str(content)]) == 0
    assert "A new card costs CNY 40." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("topic", "said"),
    [("bank", "银行卡由银行办理。"), ("which_card", "您要办身份证的哪件事?"), ("greeting", "")],
)
def test_other_topics_are_shown_too(content: Path, capsys: Captured, topic: str, said: str) -> None:
    assert main(["preview", topic, "--content", str(content), "--channel", "telegram"]) == 0
    assert said in capsys.readouterr().out


def test_telegram_buttons_are_shown_in_brackets(content: Path, capsys: Captured) -> None:
    words = ["preview", "which_card", "--channel", "telegram", "--content", str(content)]
    assert main(words) == 0
    assert "[身份证补领]" in capsys.readouterr().out


def test_a_page_is_written_that_finds_its_style(content: Path, tmp_path: Path) -> None:
    page = tmp_path / "card.html"
    words = ["preview", "card_lost", "--channel", "web", "--out", str(page)]
    assert main([*words, "--facet", "fee", "--content", str(content)]) == 0
    style = page.read_text("utf-8").partition('rel="stylesheet" href="')[2].partition("?")[0]
    assert Path(style.removeprefix("file://")).is_file()


def test_a_change_is_shown_before_it_is_live(own_content: Path, capsys: Captured) -> None:
    damage(own_content, LOST, "补领收费{fee.amount}。", "领证时交{fee.amount}。")
    assert main(["preview", "card_lost", "--facet", "fee", "--content", str(own_content)]) == 0
    assert "领证时交40元。" in capsys.readouterr().out


def test_an_unknown_topic_is_refused(content: Path, capsys: Captured) -> None:
    assert main(["preview", "none", "--content", str(content)]) == 1
    assert "没有 none" in capsys.readouterr().err


def test_broken_content_is_named_with_its_place(own_content: Path, capsys: Captured) -> None:
    damage(own_content, LOST, "# 完\n", "")
    assert main(["preview", "card_lost", "--content", str(own_content)]) == 1
    assert f"{LOST}:12:1: error end_mark" in capsys.readouterr().err
