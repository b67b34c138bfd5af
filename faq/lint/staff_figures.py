"""Figures in staff texts: a figure is a fact, and a fact lives once, in the catalogue.

A text states figures only by reference (`{fee.amount}`), so that a corrected fee is one edit.
Allowed are the telephone numbers of `hotlines.yaml` and the names of apps that contain a number.

数字:答案里不直接写数字(费用、天数、门牌号、电话),要写成引用,这样改一处就处处都改了。
`hotlines.yaml` 里的电话和 App 的名字除外。
改法:把数字写进目录的字段,答案里写 `{fee.amount}`、`{time_limit.promised#1}`。
"""

import re
from collections.abc import Iterator, Mapping

from faq.catalogue import Catalogue
from faq.lint.entry_files import entry_files
from faq.model import Problem
from faq.schema.tables import Hotline
from faq.template import without_placeholders
from faq.yamltree import Tree

APP_NAMES = re.compile(
    r"铁路12306|交管12123|移民局12367|(?:Railway |Traffic |NIA )?(?:12306|12123|12367) app"
    r"|NIA 12367|Traffic 12123|Railway 12306",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+")


def check(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Yield every figure that a text states by itself."""
    files = entry_files(trees)
    for name, entry in catalogue.entries.items():
        for facet, answer in entry.answers.items():
            for language, text in (("zh", answer.staff.zh), ("en", answer.staff.en)):
                for figure in own_figures(text or "", catalogue.hotlines):
                    where = ("answers", facet.value, "staff", language)
                    message = (
                        f"“{figure}”没有来源:数字要写成引用,如 {{fee.amount}} / "
                        "a figure without a source; refer to its field"
                    )
                    yield files[name].problem(where, "staff_figures", message)
    for kind, records in (("referrals", catalogue.referrals), ("small_talk", catalogue.small_talk)):
        for name, record in records.items():
            for language in ("zh", "en"):
                for figure in own_figures(getattr(record.text, language), catalogue.hotlines):
                    message = f"“{figure}”没有来源 / a figure without a source"
                    yield trees[f"{kind}/{name}.yaml"].problem(
                        ("text", language), "staff_figures", message
                    )


def own_figures(text: str, hotlines: Mapping[str, Hotline]) -> tuple[str, ...]:
    """The figures a text states itself, neither by reference nor as a known number."""
    said = APP_NAMES.sub("", without_placeholders(text))
    return tuple(number for number in _NUMBER.findall(said) if number not in hotlines)
