"""The screen on lines written before it: danger outright, in disguise, and what sounds alike."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.questions import HELD_BACK
from faq.languages import detect
from faq.model import Alert, Language
from faq.normalise import traditional
from faq.safety import screen

_LINES = HELD_BACK.with_name("safety")


def texts(name: str) -> list[str]:
    rows = (_LINES / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(row)["text"] for row in rows]


def silent(said: list[str]) -> list[str]:
    """Those that get no card."""
    return [text for text in said if screen(text, detect(text)) is None]


def full_width(text: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)


def with_emoji(text: str) -> str:
    middle = len(text) // 2
    return f"{text[:middle]}😭{text[middle:]}😭😭"


DISGUISES: dict[str, Callable[[str], str]] = {
    "as typed": str,
    "full-width": full_width,
    "spaces": " ".join,
    "zero-width": "\u200b".join,
    "Traditional": traditional,
    "emoji": with_emoji,
    "300 filler letters before": lambda text: "嗯" * 300 + text,
}


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES)
def test_danger_told_outright_always_gets_a_card(disguise: Callable[[str], str]) -> None:
    assert [text for text in texts("explicit") if silent([disguise(text)])] == []


@pytest.mark.parametrize(
    "addition",
    ["你好请问一下,{}", "{},另外身份证丢了怎么补", "{} 谢谢"],
    ids=["greeting", "second question", "thanks"],
)
def test_a_greeting_or_a_second_question_hides_next_to_none(addition: str) -> None:
    said = [addition.format(text) for text in texts("explicit")]
    assert len(silent(said)) <= len(said) // 40


def test_danger_told_in_plain_speech_gets_a_card_in_95_of_100() -> None:
    said = texts("plain")
    assert len(silent(said)) <= 0.05 * len(said)


def test_what_only_sounds_like_danger_rarely_gets_a_card() -> None:
    said = texts("ordinary_hard")
    assert len(said) - len(silent(said)) <= 0.05 * len(said)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("我不想活了", {Alert.SUICIDE}),
        ("家里着火了怎么办", {Alert.FIRE}),
        ("厨房煤气泄漏了", {Alert.FIRE, Alert.EXPLOSION}),
        ("有人落水了", {Alert.WATER}),
        ("我妈突然晕倒了", {Alert.MEDICAL}),
        ("我被绑架了", {Alert.KIDNAP}),
        ("孩子不见了", {Alert.MISSING}),
        ("客服让我把钱转到安全账户", {Alert.FRAUD}),
        ("老公正在打我", {Alert.VIOLENCE}),
    ],
)
def test_the_kind_is_told(text: str, kinds: set[Alert]) -> None:
    assert screen(text, Language.ZH) in kinds


@pytest.mark.parametrize(
    "text",
    [
        "救命啊身份证忘带了",
        "孩子身份证丢了怎么补",
        "身份证拉家里了 明早6点高铁咋整",
        "110报警记录怎么查",
        "笑死我了",
        "how do I renew my passport",
        "여권을 잃어버렸어요",
        "パスポートをなくしました",
    ],
)
def test_a_question_or_a_figure_of_speech_is_left_alone(text: str) -> None:
    assert silent([text]) == [text]


@given(st.text(alphabet=st.characters(exclude_categories=[])))
@settings(deadline=None)
def test_any_text_can_be_screened(text: str) -> None:
    assert screen(text, Language.ZH) in (None, *Alert)
