"""Telephone numbers: only those of `hotlines.yaml` reach a reply.

A fact or a text that gives another five-digit 12-number as a telephone (打12123、拨12306), a
landline, a mobile or a 400 number is refused; as the name of an app (交管12123 APP) it is fine.

电话:给市民看的电话只能是 `hotlines.yaml` 里核实过的;座机、手机、400 号码一律不行。
App 的名字里带数字(交管12123 APP)没关系。
改法:不写号码,或者先核实来源、范围、时间,写进 `hotlines.yaml`。
"""

from collections.abc import Iterator, Mapping

from faq.catalogue import Catalogue
from faq.lint.composed import Composed
from faq.lint.shown import others
from faq.model import Problem
from faq.numbers import forbidden, telephones
from faq.yamltree import Tree


def check(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Yield every fixed text with a telephone number of its own."""
    for said in others(catalogue, trees):
        for number in telephones(said.own):
            yield said.problem("hotlines", _message(number))


def check_answer(answer: Composed) -> Iterator[Problem]:
    """Yield every number that an answer would show and that may not be shown."""
    for number in (*forbidden(answer.text), *telephones(answer.text)):
        yield answer.problem("hotlines", _message(number))


def _message(number: str) -> str:
    return f"{number} 还不能当电话给市民看 / may not be shown as a telephone number"
