"""Languages: each text is in its language, and every entry says in both what it is about.

语言:中文栏写中文,英文栏写英文;每个条目的“是什么”(overview)要有中文答案,
有英文答案的方面也必须有中文答案;这些是错误。
overview 没有英文答案、条目没有中文问法或英文问法,是提醒。
改法:把缺的那一栏补上,或把放错栏的文字移过去。
"""

import re
from collections.abc import Iterator, Mapping

from faq.catalogue import Catalogue, answer_text
from faq.lint.shown import shown
from faq.model import Facet, Level, Problem
from faq.schema.entry import EntryFile
from faq.yamltree import Tree, Where

_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")


def check(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Yield every text in the wrong language, and every one that is missing."""
    for said in shown(catalogue, trees):
        if said.language == "zh" and _LATIN.search(said.own) and not _is_chinese(said.own):
            yield said.problem("languages", "这里应当是中文 / must be in Chinese")
        if said.language == "en" and _HAN.search(said.own) and not _LATIN.search(said.own):
            yield said.problem("languages", "这里应当是英文 / must be in English")
    for path, tree in trees.items():
        name = path.rpartition("/")[2].removesuffix(".yaml")
        if path.startswith("entries/") and name in catalogue.entries:
            for where, message, level in _missing(catalogue.entries[name]):
                yield tree.problem(where, "languages", message, level)


def _is_chinese(text: str) -> bool:
    # names of apps are Latin in a Chinese text too; a sentence of Latin words is not Chinese
    return bool(_HAN.search(text)) or len(text.split()) <= 3


def _missing(entry: EntryFile) -> Iterator[tuple[Where, str, Level]]:
    if not any(entry.phrasings.zh.values()):
        yield ("phrasings",), "还没有中文问法 / has no phrasing in Chinese yet", Level.WARNING
    if not any(entry.phrasings.en.values()):
        yield ("phrasings",), "还没有英文问法 / has no phrasing in English yet", Level.WARNING
    for facet in dict.fromkeys((Facet.OVERVIEW, *entry.answers)):
        zh, en = (answer_text(entry, facet, language) for language in ("zh", "en"))
        where = ("answers", facet.value)
        if not zh and (en or facet is Facet.OVERVIEW):
            yield where, f"{facet} 缺中文答案 / has no answer in Chinese", Level.ERROR
        elif not en and facet is Facet.OVERVIEW:
            yield where, f"{facet} 缺英文答案 / has no answer in English", Level.WARNING
