from faq.model import Choice, Link
from handlers.messenger.keyboard import Button, from_json, keyboard, to_json


def rows(*labels: str) -> list[list[str]]:
    made = keyboard(tuple(Choice(label, "menu") for label in labels))
    return [[button.text for button in row] for row in made]


def test_short_labels_share_a_row() -> None:
    assert rows("身份证", "户口", "交管") == [["身份证", "户口"], ["交管"]]


def test_a_long_label_has_a_row_of_its_own() -> None:
    assert rows("户口", "外省居民首次申领居民身份证", "交管") == [
        ["户口"],
        ["外省居民首次申领居民身份证"],
        ["交管"],
    ]


def test_a_label_too_long_for_a_screen_is_cut() -> None:
    assert rows("证" * 40) == [["证" * 23 + "…"]]


def test_a_button_carries_its_code() -> None:
    made = keyboard((Choice("带什么", "e:id_card:m"),))
    assert made == ((Button("带什么", "e:id_card:m"),),)


def test_telegram_gets_what_it_reads() -> None:
    made = keyboard((Choice("带什么", "e:id_card:m"),), [Link("政务网", "https://a.gov.cn/")])
    assert to_json(made) == {
        "inline_keyboard": [
            [{"text": "🔗 政务网", "url": "https://a.gov.cn/"}],
            [{"text": "带什么", "callback_data": "e:id_card:m"}],
        ]
    }
    assert from_json(to_json(made)) == made


def test_choices_telegram_would_refuse_do_not_cost_the_answer() -> None:
    assert keyboard((Choice("a", "x" * 65), Choice("b", ""), Choice(" ", "menu"))) == ()
