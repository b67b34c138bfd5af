"""Two things named together (护照和驾照都丢了): the question once for each."""

import re

from faq.words import Replacer

_BESIDE = r"(?<![a-z])\s(?![a-z])"  # a space joins Chinese words only
_AND = rf"(?:\s?(?:和|跟|与|还有|以及|同|及)\s?|\sand\s|{_BESIDE})(?:我的|他的|她的|孩子的|my\s)?"
_COMPARED = re.compile(r"区别|不一样|哪个|不同|关系|\bdifference\b")
_BOTH = re.compile(r"都|两个|俩|一起|一块儿?|\bboth\b")


class Together:
    """Finds two of the things a question can be about beside one another."""

    def __init__(self, things: Replacer) -> None:
        one = "|".join(map(re.escape, things.words))
        self._things = things
        self._pair = re.compile(f"({one}){_AND}({one})") if one else None

    def apart(self, plain: str) -> tuple[str, ...]:
        """A canonical text with the first of two things and with the second; nothing where no two
        stand together, or where they are compared.
        """
        is_several = self._pair is not None and len(self._things.find(plain)) > 1
        found = self._pair.search(plain) if self._pair and is_several else None
        if found is None or found[1] == found[2] or _COMPARED.search(plain):
            return ()
        before, after = plain[: found.start()], _BOTH.sub("", plain[found.end() :])
        return tuple(f"{before}{thing}{after}".strip() for thing in found.groups())
