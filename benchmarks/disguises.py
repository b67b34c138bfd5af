"""Ways to write a text so that its words are not found, and to hide it among other words."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from faq.features.pinyin import table
from faq.normalise import traditional

Change = Callable[[str], str]

_FILLER = "嗯" * 300


def full_width(text: str) -> str:
    """Latin letters, digits and signs in their wide form."""
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)


def with_emoji(text: str) -> str:
    """A sign in the middle of the text, and two at its end."""
    middle = len(text) // 2
    return f"{text[:middle]}😭{text[middle:]}😭😭"


def homophones(text: str) -> str:
    """Every other Chinese letter as another common one that sounds the same."""
    found, turn = [], 0
    for letter in text:
        others = _alike().get(letter, ())
        found.append(others[turn % len(others)] if others and turn % 2 else letter)
        turn += letter in table()
    return "".join(found)


@lru_cache(maxsize=1)
def _alike() -> Mapping[str, tuple[str, ...]]:
    """For each of the 3,755 commonest letters (level one of GB 2312), those that sound the same."""
    rows = range(0xB0, 0xD8)
    codes = (bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF))
    common = [letter for code in codes if (letter := code.decode("gb2312", "ignore"))]
    by_sound: dict[str, list[str]] = {}
    for letter in common:
        by_sound.setdefault(table()[letter], []).append(letter)
    return {
        letter: tuple(other for other in by_sound[table()[letter]] if other != letter)
        for letter in common
    }


DISGUISES: Mapping[str, Change] = {
    "as_typed": str,
    "full_width": full_width,
    "spaces": " ".join,
    "zero_width": "\u200b".join,
    "traditional": traditional,
    "homophones": homophones,
    "emoji": with_emoji,
}
ADDITIONS: Mapping[str, Change] = {
    "greeting": "你好请问一下,{}".format,
    "thanks": "{} 谢谢".format,
    "punctuation": "。。。{}!!!???".format,
    "300_filler_letters_before": f"{_FILLER}{{}}".format,
    "300_filler_letters_after": f"{{}}{_FILLER}".format,
    "second_question_before": "身份证丢了怎么补,还有{}".format,
    "second_question_after": "{},另外身份证丢了怎么补".format,
}
