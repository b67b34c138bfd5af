"""Blanks: what `jingwu new` left to be filled in is filled in.

空格:`jingwu new` 写的新文件里,【待填…】都要换成真的内容。
改法:把【待填:……】整个换掉;用不着的那几行删掉。
"""

import re
from collections.abc import Iterator

from faq.build.drafts import BLANK
from faq.lint.letters import values
from faq.model import Problem
from faq.yamltree import Tree

_BLANK = re.compile(rf"{BLANK}[^】\n]*】?")


def check_tree(tree: Tree) -> Iterator[Problem]:
    """Yield every blank of a file."""
    for where, text in values(tree.value, ()):
        for blank in _BLANK.findall(text):
            yield tree.problem(where, "blanks", f"{blank} 还没填 / is still to be filled in")
