"""Contradictions: no two places state different fees, times or validity of one thing.

矛盾:同一件事的费用、时限、有效期,别处写的不能和事项字段里的不一样。例如 `fee.amount` 是 40元,
步骤里却写“缴费20元”;或者别的事项里写“临时居民身份证10元”,而那个事项写的是 20元;
或者收费的事,答案里写“免费”。
改法:只留一处,别处用引用;两处都要留就改成一样的。
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from faq.catalogue import Catalogue, answer_text
from faq.figures import figures
from faq.lint.shown import answers, lines
from faq.model import Facet, Problem
from faq.schema.catalogue import Item
from faq.yamltree import Tree

_CLAUSE = re.compile(r"[^,,。;;()()]+")
_PENAL = re.compile(r"罚|处以|资本|赔|补助|奖|押|逾期|以上|以下|资产|损失|价值|金额|税")
_YUAN = re.compile(r"(\d+(?:\.\d+)?)元")
_TIMED = re.compile(r"审批|审核|审查|制发|核发|签发|发放|发证|办结|答复|出具|复核|决定")
_SPAN = re.compile(r"(\d+)个?(工作日|日|天|个月|年)")
_VALID = re.compile(
    r"^(?:有效期(?:为|是)?)?(\d+)(个月|年|日|天)(?:有效|到期|内有效)|^有效期(?:为|是)?(\d+)(个月|年|日|天)"
)
_FREE = re.compile(r"(?<!收不)免费|(?<!收)不收费|不要钱|不花钱|不用交钱")
_OTHER = re.compile(r"首次|首领|第一次|备案|查询|咨询|签注|减|免收|临时|邮寄|照相|拍照|复印|另")
_SHORTEST = 4


def check(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Yield every statement that the fields of the thing it is about contradict."""
    named = _names(catalogue)
    for category, ids in catalogue.categories.items():
        for at, name in enumerate(ids):
            own = catalogue.facts[name].item
            for where, line in lines(own):
                if where[0] in ("fee", "time_limit", "validity", "legal_basis"):
                    continue
                for message in _in_line(line, own, named):
                    tree = trees[f"catalogue/{category}.yaml"]
                    yield tree.problem(("items", at, *where), "contradictions", message)
    yield from _free(catalogue, trees)


def _names(catalogue: Catalogue) -> dict[str, Item]:
    """Items by what they are called, the longest name first; a name of two items is left out."""
    found: dict[str, Item | None] = {}
    for facts in catalogue.facts.values():
        for name in (facts.item.name, *facts.item.aliases):
            if len(name) >= _SHORTEST:
                found[name] = None if name in found else facts.item
    longest = sorted(found.items(), key=lambda pair: -len(pair[0]))
    return {name: item for name, item in longest if item is not None}


def _in_line(line: str, own: Item, named: Mapping[str, Item]) -> Iterator[str]:
    for clause in _CLAUSE.findall(line):
        item = next((one for name, one in named.items() if name in clause), None)
        about = item or next((one for name, one in named.items() if name in line), own)
        for check_clause in (_fee, _time):
            yield from check_clause(clause, about)
    yield from _validity(line, own)


def _fee(clause: str, item: Item) -> Iterator[str]:
    if not item.fee.amount or _PENAL.search(clause):
        return
    stated = set(_YUAN.findall(item.fee.amount))
    for amount in _YUAN.findall(clause):
        if amount not in stated:
            yield _said(f"{amount}元", item, "fee.amount", item.fee.amount)


def _time(clause: str, item: Item) -> Iterator[str]:
    """A clause with the same act as the item's own time limit has the same number of days."""
    for field in ("statutory", "promised"):
        limit = getattr(item.time_limit, field)
        own = _spans(limit) if limit else {}
        for act, found in _spans(clause).items():
            for unit, numbers in found.items():
                stated = own.get(act, {}).get(unit)
                if stated and not numbers <= stated:
                    yield _said(f"{act} {min(numbers)}{unit}", item, f"time_limit.{field}", limit)


@lru_cache(maxsize=1024)
def _spans(text: str) -> dict[str, dict[str, frozenset[str]]]:
    found: dict[str, dict[str, frozenset[str]]] = {}
    for clause in _CLAUSE.findall(text):
        act, numbers = _TIMED.search(clause), _SPAN.findall(clause)
        for number, unit in numbers if act else ():
            units = found.setdefault(act[0] if act else "", {})
            units[unit] = units.get(unit, frozenset()) | {number}
    return found


def _validity(line: str, item: Item) -> Iterator[str]:
    match = _VALID.match(line)
    if not match or not item.validity:
        return
    number, unit = match[1] or match[3], match[2] or match[4]
    stated = {figure.zh for figure in figures(item.validity)}
    same = {one for one in stated if one.endswith(unit)}
    if same and f"{number}{unit}" not in same:
        yield _said(f"{number}{unit}", item, "validity", item.validity)


def _free(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """An answer about the fee that says it is free of what has a price."""
    for said in answers(catalogue, trees):
        name = said.tree.path.rpartition("/")[2].removesuffix(".yaml")
        entry = catalogue.entries[name]
        if said.language != "zh" or said.where[1] != Facet.FEE.value or name not in catalogue.facts:
            continue
        if said.text != answer_text(entry, Facet.FEE, "zh"):
            continue
        amount = catalogue.facts[name].item.fee.amount or ""
        if not _YUAN.search(amount) or re.search(r"免|不收|停征", amount):
            continue
        for clause in _CLAUSE.findall(said.own):
            if _FREE.search(clause) and not _OTHER.search(clause):
                message = _said(clause.strip(), catalogue.facts[name].item, "fee.amount", amount)
                yield said.problem("contradictions", message)


def _said(here: str, item: Item, field: str, there: str | None) -> str:
    return f"这里说“{here}”,{item.id} 的 {field} 是“{there}” / states another value than that field"
