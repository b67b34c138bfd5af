"""Lengths: an answer fits into one message of every channel, a button's code into 64 bytes.

长度:一条答案连同地点、依据、来源不超过 4096 个字(Telegram 一条消息的上限);
按钮里的代码不超过 64 字节。
改法:把答案写短,细节分到别的方面里去。
"""

from collections.abc import Iterator

from faq.codes import MAX_BYTES, Answer, encode
from faq.lint.composed import Composed
from faq.model import Problem

MESSAGE = 4096


def check_answer(answer: Composed) -> Iterator[Problem]:
    """Yield what a channel could not send whole of an answer and its button."""
    length = units(answer.text)
    if length > MESSAGE:
        message = f"{answer.language} 答案共 {length} 字,最多 {MESSAGE} / too long for one message"
        yield answer.problem("lengths", message)
    if len(encode(Answer(answer.entry, answer.facet)).encode()) > MAX_BYTES:
        yield answer.problem("lengths", f"{answer.entry} 太长,按钮放不下 / too long for a button")


def units(text: str) -> int:
    """The length as Telegram counts it, in UTF-16 code units."""
    return len(text) + sum(letter > "\uffff" for letter in text)
