"""Telephone numbers: only those of `hotlines.yaml` reach a reply.

A fact or a text that gives another five-digit 12-number as a telephone (打12123、拨12306), a
landline, a mobile or a 400 number is refused; as the name of an app (交管12123 APP) it is fine.

电话:给市民看的电话只能是 `hotlines.yaml` 里核实过的;座机、手机、400 号码一律不行。
App 的名字里带数字(交管12123 APP)没关系。
改法:不写号码,或者先核实来源、范围、时间,写进 `hotlines.yaml`。
"""

from collections.abc import Iterator, Mapping

from faq.catalogue import Catalogue, entry_tree, texts
from faq.composing import Composer
from faq.lint.shown import others
from faq.model import Problem
from faq.numbers import forbidden, telephones
from faq.plain import block_text
from faq.yamltree import Tree


def check(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Yield every answer and fixed text that would show a number that may not be shown."""
    composers = {"zh": Composer(catalogue, "zh"), "en": Composer(catalogue, "en")}
    for name, facet, language, _ in texts(catalogue.entries.values()):
        said = "\n".join(block_text(block) for block in composers[language].answer(name, facet))
        for number in (*forbidden(said), *telephones(said)):
            where = ("answers", facet.value)
            yield entry_tree(trees, name).problem(where, "hotlines", _message(number))
    for text in others(catalogue, trees):
        for number in telephones(text.own):
            yield text.problem("hotlines", _message(number))


def _message(number: str) -> str:
    return f"{number} 还不能当电话给市民看 / may not be shown as a telephone number"
