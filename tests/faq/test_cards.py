import pytest

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
