"""Markup: texts are plain; signs of HTML or Markdown would be shown to citizens as they are.

记号:答案里不写 `<b>`、`**`、`[字](网址)`、`&nbsp;` 这类记号,市民会原样看到它们。
要分条就另起一行,用 `- ` 开头。
改法:删掉记号。
"""

import re
from collections.abc import Iterator, Mapping

from faq.catalogue import Catalogue
from faq.lint.shown import shown
from faq.model import Problem
from faq.yamltree import Tree

_MARKUP = re.compile(
    r"</?[a-zA-Z][^<>]*>|&(?:[a-z]+|#\d+);|\*\*|__|`|\[[^\]]*\]\([^)]*\)|^#{1,6} |^\s*[*+] ",
    re.MULTILINE,
)


def check(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Yield every text with a sign that only a markup language would understand."""
    for said in shown(catalogue, trees):
        found = _MARKUP.search(said.own)
        if found:
            message = f"“{found[0].strip()}”会原样显示,请删掉 / would be shown as it is"
            yield said.problem("markup", message)
