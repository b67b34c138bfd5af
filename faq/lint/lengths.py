"""Lengths: an answer fits into one message of every channel, a button's code into 64 bytes.

长度:一条答案连同地点、依据、来源不超过 4096 个字(Telegram 一条消息的上限);
按钮里的代码不超过 64 字节。
改法:把答案写短,细节分到别的方面里去。
"""

from collections.abc import Iterator, Mapping

from faq.catalogue import Catalogue, entry_tree, texts
from faq.codes import MAX_BYTES, Answer, encode
from faq.composing import Composer
from faq.model import Problem
from faq.plain import block_text
from faq.yamltree import Tree

MESSAGE = 4096


def check(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Yield every answer and every button that a channel could not send whole."""
    composers = {"zh": Composer(catalogue, "zh"), "en": Composer(catalogue, "en")}
    for name, facet, language, _ in texts(catalogue.entries.values()):
        blocks = composers[language].answer(name, facet)
        length = units("\n\n".join(map(block_text, blocks)))
        if length > MESSAGE:
            where = ("answers", facet.value)
            message = f"{language} 答案共 {length} 字,最多 {MESSAGE} / too long for one message"
            yield entry_tree(trees, name).problem(where, "lengths", message)
        if len(encode(Answer(name, facet)).encode()) > MAX_BYTES:
            message = f"{name} 太长,按钮放不下 / too long for a button"
            yield entry_tree(trees, name).problem(("id",), "lengths", message)


def units(text: str) -> int:
    """The length as Telegram counts it, in UTF-16 code units."""
    return len(text) + sum(letter > "\uffff" for letter in text)
