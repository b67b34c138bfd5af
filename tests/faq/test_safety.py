import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faq.languages import detect
from faq.model import Alert, Language
from faq.safety import screen

NOW = [
    (Alert.SUICIDE, "我不想活了"),
    (Alert.SUICIDE, "站在楼顶想跳楼"),
    (Alert.SUICIDE, "I want to kill myself"),
    (Alert.FIRE, "家里着火了怎么办"),
    (Alert.FIRE, "厨房煤气泄漏了"),
    (Alert.FIRE, "there is a fire in my building"),
    (Alert.WATER, "有人落水了"),
    (Alert.MEDICAL, "我妈突然晕倒了"),
    (Alert.MEDICAL, "my friend is not breathing"),
    (Alert.ACCIDENT, "开车撞了人"),
    (Alert.KIDNAP, "我被绑架了"),
    (Alert.MISSING, "孩子不见了"),
    (Alert.MISSING, "my child is missing"),
    (Alert.WEAPON, "有人拿刀站在门口"),
    (Alert.FRAUD, "刚转了五万给骗子,发现被骗了"),
    (Alert.FRAUD, "客服让我把钱转到安全账户"),
    (Alert.VIOLENCE, "老公正在打我"),
    (Alert.VIOLENCE, "someone is following me"),
    (Alert.THREAT, "我要杀了他"),
    (Alert.EXPLOSION, "商场里有炸弹"),
]

QUIET = [
    "救命啊身份证忘带了",
    "孩子身份证丢了怎么补",
    "消防验收去哪办",
    "110报警记录怎么查",
    "跳楼价甩卖",
    "笑死我了",
    "护照掉河里了怎么办",
    "持枪证怎么办",
    "买着火车票身份证过期了",
    "材料被打回来了",
    "梦见着火了",
    "how do I renew my passport",
    "help me find the office",
]


@pytest.mark.parametrize(("alert", "text"), NOW)
def test_danger_now_is_seen(alert: Alert, text: str) -> None:
    assert screen(text, detect(text)) is alert


@pytest.mark.parametrize("text", QUIET)
def test_a_question_or_a_figure_of_speech_is_left_alone(text: str) -> None:
    assert screen(text, detect(text)) is None


@pytest.mark.parametrize(
    "disguise",
    [
        " ".join,
        "\u200b".join,
        lambda text: f"你好请问一下,{text}谢谢",
        lambda text: text + "😭😭😭!!!",
        lambda text: "嗯" * 300 + text,
        lambda text: text + ",另外身份证丢了怎么补",
    ],
    ids=["spaces", "zero width", "greeting", "emoji", "filler", "second question"],
)
@pytest.mark.parametrize(("alert", "text"), [one for one in NOW if not one[1].isascii()])
def test_no_disguise_hides_it(alert: Alert, text: str, disguise: object) -> None:
    assert callable(disguise)
    assert screen(disguise(text), Language.ZH) is alert


@pytest.mark.parametrize(
    ("text", "language"),
    [("칼을 든 사람", Language.KO), ("火事です", Language.JA), ("помогите, пожар", Language.RU)],
)
def test_other_languages_are_screened_for_the_plainest_words(text: str, language: Language) -> None:
    assert screen(text, language) is not None


@given(st.text(alphabet=st.characters(exclude_categories=[])))
@settings(deadline=None)
def test_any_text_can_be_screened(text: str) -> None:
    assert screen(text, Language.ZH) in (None, *Alert)
