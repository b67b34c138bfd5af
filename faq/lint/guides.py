"""Guides: what they name is there, and no code is used twice.

Entries, questions, options and outcomes that a guide names exist, every outcome is led to, a guide
is a table (`rows`) or a tree (`to`) and not both; the codes of questions and of a question's
options are different, none is one that was retired, and together they fit into a button. A
clarification's guide exists, and so do the entries that offer one.

改法:按提示的位置补上不存在的条目、选项、问题或结果;代码换一个没用过的,删掉的代码留在 `retired`。
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from faq.catalogue import Catalogue
from faq.codes import MAX_BYTES, Guide, encode
from faq.model import Problem
from faq.schema.guide import GuideFile, When
from faq.yamltree import Tree, Where

Fault = tuple[Where, str]


def check(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Yield every fault in how guides are put together."""
    for name, guide in catalogue.guides.items():
        for where, message in (*_missing(catalogue, guide.file), *_codes(guide.file)):
            yield trees[f"guides/{name}.yaml"].problem(where, "guides", message)
    for name, broad in catalogue.clarifications.items():
        if broad.guide and broad.guide not in catalogue.guides:
            tree = trees[f"clarifications/{name}.yaml"]
            yield tree.problem(("guide",), "guides", f"{broad.guide} 不存在 / does not exist")


def _missing(catalogue: Catalogue, guide: GuideFile) -> Iterator[Fault]:
    for where, entry in _entries(guide):
        if entry not in catalogue.entries:
            yield where, f"{entry} 不存在 / does not exist"
    for at, question in enumerate(guide.decides):
        if question not in guide.questions:
            yield ("decides", at), f"没有问题 {question} / no such question"
    yield from _rows(guide) if guide.rows else _steps(guide)
    for where, when in _whens(guide):
        for question, options in when.items():
            known = guide.questions[question].options if question in guide.questions else ()
            for option in options:
                if option not in known:
                    yield (*where, question), f"没有选项 {question}: {option} / no such option"


def _entries(guide: GuideFile) -> Iterator[tuple[Where, str]]:
    yield ("entry",), guide.entry
    for at, entry in enumerate(guide.under):
        yield ("under", at), entry
    for name, step in guide.questions.items():
        for key, option in step.options.items():
            if option.entry:
                yield ("questions", name, "options", key, "entry"), option.entry
    for name, outcome in guide.outcomes.items():
        for key, entries in (("entries", outcome.entries), ("also", outcome.also)):
            for at, entry in enumerate(entries):
                yield ("outcomes", name, key, at), entry


def _rows(guide: GuideFile) -> Iterator[Fault]:
    led_to = [row.outcome for row in guide.rows]
    for at, row in enumerate(guide.rows):
        if row.outcome not in guide.outcomes:
            yield ("rows", at, "outcome"), f"没有结果 {row.outcome} / no such outcome"
    for row_id in _twice(row.id for row in guide.rows):
        yield ("rows",), f"规则编号 {row_id} 重复 / row id is used twice"
    for name, step in guide.questions.items():
        for key, option in step.options.items():
            if option.to:
                where = ("questions", name, "options", key, "to")
                yield where, "有 rows 的指引不用 to / a guide with rows has no to"
    yield from _unused(guide, led_to)


def _steps(guide: GuideFile) -> Iterator[Fault]:
    led_to = [option.to for step in guide.questions.values() for option in step.options.values()]
    for name, step in guide.questions.items():
        if name in guide.outcomes:
            message = "问题和结果不能同名 / also the name of an outcome"
            yield ("questions", name), message
        for key, option in step.options.items():
            if option.to not in guide.questions and option.to not in guide.outcomes:
                where = ("questions", name, "options", key, "to")
                yield where, f"没有问题或结果 {option.to} / leads to nothing that exists"
    yield from _unused(guide, led_to)
    for name in list(guide.questions)[1:]:
        if name not in led_to:
            yield ("questions", name), "走不到这一步 / no option leads here"


def _unused(guide: GuideFile, led_to: Collection[str | None]) -> Iterator[Fault]:
    for name in guide.outcomes:
        if name not in led_to:
            yield ("outcomes", name), "没有哪条路通到这个结果 / nothing leads to this outcome"


def _whens(guide: GuideFile) -> Iterator[tuple[Where, When]]:
    for at, row in enumerate(guide.rows):
        yield ("rows", at, "when"), row.when
    for at, note in enumerate(guide.notes):
        yield ("notes", at, "when"), note.when
    for name, step in guide.questions.items():
        for key, option in step.options.items():
            yield ("questions", name, "options", key, "only"), option.only


def _codes(guide: GuideFile) -> Iterator[Fault]:
    longest = {}
    steps = guide.questions
    for code in _twice([*(step.code for step in steps.values()), *guide.retired]):
        yield ("questions",), f"问题代码 {code} 已用过 / question code is or was in use"
    for name, step in steps.items():
        codes = [option.code for option in step.options.values()]
        for code in _twice([*codes, *step.retired]):
            where = ("questions", name, "options")
            yield where, f"选项代码 {code} 已用过 / option code is or was in use"
        longest[name] = step.code + max(codes, key=len)
    size = len(encode(Guide(guide.id, "".join(longest.values()))))
    if size > MAX_BYTES:
        message = f"全部答案要 {size} 字节,按钮只装得下 {MAX_BYTES} / does not fit into a button"
        yield ("questions",), message


def _twice(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]
