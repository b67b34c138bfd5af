"""Placeholders: every `{field}` in an answer stands for a fact that exists and may be shown.

In English a whole field may be used only if it is nothing but a figure; of a longer one take its
figures with `#1`. Fields that are empty, partly unverified or withheld are refused.

引用:答案里的 `{fee.amount}` 这类引用,事项里必须有这个字段,而且可以给市民看。
英文里只能引用整个就是一个数的字段,长的用 `#1`、`#2` 取其中的数。
改法:核对字段名、事项编号、第几条;字段是空的就先在目录里补上。
"""

from collections.abc import Iterator, Mapping

from faq.catalogue import Catalogue
from faq.lint.entry_files import entry_files
from faq.model import Problem
from faq.schema.entry import Texts
from faq.template import Unresolved, is_broken, render
from faq.yamltree import Tree


def check(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Yield every placeholder that stands for nothing."""
    files = entry_files(trees)
    for name, entry in catalogue.entries.items():
        for facet, answer in entry.answers.items():
            for part, texts in (("built", answer.built), ("staff", answer.staff)):
                for language, message in _faults(catalogue, name, texts):
                    where = ("answers", facet.value, part, language)
                    yield files[name].problem(where, "placeholders", message)


def _faults(catalogue: Catalogue, name: str, texts: Texts) -> Iterator[tuple[str, str]]:
    for language, text in (("zh", texts.zh), ("en", texts.en)):
        if text:
            if is_broken(text):
                yield language, "有一个花括号不成引用,应写成 {fee.amount} / a brace is no reference"
            try:
                render(text, name, catalogue.scope("zh" if language == "zh" else "en"))
            except Unresolved as fault:
                yield language, str(fault)
