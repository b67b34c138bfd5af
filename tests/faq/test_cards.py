from datetime import timedelta
from pathlib import Path

import pytest

from faq import cards
from faq.cards import card
from faq.model import Alert, Language


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("alert", list(Alert))
def test_the_number_stands_in_the_first_line(alert: Alert, language: Language) -> None:
    first, rest = card(alert, language)
    assert any(number in first for number in ("110", "119", "120"))
    assert rest


@pytest.mark.parametrize("alert", list(Alert))
def test_a_card_says_that_nobody_at_the_police_reads_it(alert: Alert) -> None:
    assert "本机器人不是报警渠道,警方看不到这里的消息。" in card(alert, Language.ZH)[1]
    assert "nobody at the police reads it" in card(alert, Language.EN)[1]


@pytest.mark.parametrize(
    ("late", "said"),
    [
        (timedelta(minutes=35), "35分钟前"),
        (timedelta(hours=3, minutes=50), "3小时前"),
        (timedelta(days=2), "2天前"),
    ],
)
def test_a_late_card_says_how_old_the_message_is(late: timedelta, said: str) -> None:
    assert f"这条消息是{said}发的" in card(Alert.FIRE, Language.ZH, late)[1]


@pytest.mark.parametrize("language", list(Language))
def test_a_late_card_keeps_the_number_first_and_says_it_again(language: Language) -> None:
    first, rest = card(Alert.MEDICAL, language, timedelta(hours=1))
    assert "120" in first
    assert "120" in rest.splitlines()[0]


def test_the_page_for_those_who_approve_the_wording_is_up_to_date() -> None:
    shown = Path(cards.__file__).parents[1] / "docs" / "cards.md"
    assert shown.read_text("utf-8") == cards.page()
