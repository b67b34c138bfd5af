"""Letters: nothing invisible, no look-alikes of other scripts, no Traditional characters in texts.

字符:整个内容里不能有看不见的字符(零宽、方向控制)、乱码、
长得像拉丁字母的西里尔或希腊字母、全角的字母和数字。
给市民看的中文用简体;问法里可以有繁体,人们会那样打字。
只有 words.yaml 的 foreign 里可以有日文、韩文、俄文。
改法:把那个字删掉,用键盘重新打一遍,不要从网页上粘贴。
"""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from faq.catalogue import Catalogue
from faq.lint.shown import shown
from faq.model import Problem
from faq.normalise import simplified
from faq.yamltree import Tree, Value, Where

_SCRIPTS = ("LATIN ", "CJK ", "IDEOGRAPHIC ")
_FOREIGN_SCRIPTS = ("CYRILLIC ", "HIRAGANA ", "KATAKANA", "HANGUL ")
_UNSEEN = ("Cf", "Cc", "Co", "Cn", "Cs", "Zl", "Zp")
_ODD_SPACES = frozenset("\u00a0\u115f\u1160\u2007\u202f\u2800\u3164\uffa0")
_BROKEN = "\ufffd"
_FOREIGN = "foreign"  # the table of words.yaml in other scripts


def check_tree(tree: Tree) -> Iterator[Problem]:
    """Yield every value of a file that has a letter it may not have."""
    used = frozenset().union(*texts(tree.value))
    if not any(_fault(letter) for letter in used):
        return
    for where, text in values(tree.value, ()):
        letters = dict.fromkeys(text)
        if where[:1] == (_FOREIGN,):
            letters = {one: None for one in letters if not _is_foreign(one)}
        fault = next((found for letter in letters if (found := _fault(letter))), None)
        if fault:
            yield tree.problem(where, "letters", fault)


def check(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Yield every Chinese text for citizens that has Traditional characters."""
    for said in shown(catalogue, trees):
        if said.language == "zh" and not said.text.isascii():
            plain = simplified(said.text)
            odd = next(
                (one for one, other in zip(said.text, plain, strict=False) if one != other), ""
            )
            if odd:
                yield said.problem("letters", f"“{odd}”不是简体字 / is no simplified character")


def values(value: Value, where: Where) -> Iterator[tuple[Where, str]]:
    """Every text in a tree, keys included, with its path."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, list):
        for at, part in enumerate(value):
            yield from values(part, (*where, at))
    elif isinstance(value, dict):
        for key, part in value.items():
            yield (*where, key), key
            yield from values(part, (*where, key))


def texts(value: Value) -> Iterator[str]:
    """Every text in a tree, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)
    elif isinstance(value, dict):
        yield from value
        for part in value.values():
            yield from texts(part)


def _is_foreign(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(_FOREIGN_SCRIPTS)


@lru_cache(maxsize=8192)
def _fault(letter: str) -> str | None:
    kind = unicodedata.category(letter)
    if (kind in _UNSEEN and letter != "\n") or letter in _ODD_SPACES:
        return f"有看不见的字符 U+{ord(letter):04X},删掉重打 / has an invisible character"
    if letter == _BROKEN:
        return "有乱码“\ufffd” / has a broken character"
    if kind[0] == "M":
        return f"有单独的附加符号 U+{ord(letter):04X} / has a mark that joins another letter"
    return _letter_fault(letter) if kind[0] in "LN" and not letter.isascii() else None


def _letter_fault(letter: str) -> str | None:
    folded = unicodedata.normalize("NFKC", letter)
    if folded != letter and folded.isascii():
        return f"“{letter}”要写成半角的“{folded}” / must be written as plain {folded}"
    if letter.isalpha() and not unicodedata.name(letter, "").startswith(_SCRIPTS):
        return f"“{letter}”不是汉字也不是拉丁字母 / is neither Chinese nor Latin"
    return None
