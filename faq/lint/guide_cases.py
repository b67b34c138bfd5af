"""Guides, every case: each is covered, and no rule or option is there in vain.

All ways through a guide are walked. Refused are a case that no row covers, a row that always has
another before it, a circle of steps, an option that no row looks at and that changes nothing, and a
way of more questions than `most`.

改法:给漏掉的情形补一条规则(最后一条可以不写 `when`);总轮不到的规则往前移或删掉;步数多了就并问题。
"""

from collections.abc import Iterator, Mapping

from faq.catalogue import Catalogue
from faq.guides.decision import End, Gap, Path, paths
from faq.guides.guide import Guide
from faq.lint import guides
from faq.model import Problem
from faq.schema.guide import GuideFile
from faq.yamltree import Tree, Where

Fault = tuple[Where, str]


def check(catalogue: Catalogue, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Yield every case that goes wrong; guides that are not well put together are passed over."""
    if any(guides.check(catalogue, trees)):
        return
    for name, guide in catalogue.guides.items():
        circle = _circle(guide.file)
        faults = [circle] if circle else _faults(guide)
        for where, message in faults:
            yield trees[f"guides/{name}.yaml"].problem(where, "guide_cases", message)


def _faults(guide: Guide) -> Iterator[Fault]:
    walked = list(paths(guide.whole()))
    for path, end in walked:
        if isinstance(end, Gap):
            yield (), f"没有规则管这种情形:{_said(path)} / no row covers this case"
            break
    decided = {end.row for _, end in walked if isinstance(end, End)}
    for at, row in enumerate(guide.file.rows):
        if row.id not in decided:
            message = f"规则 {row.id} 总有别的先管 / is always shadowed by rows before it"
            yield ("rows", at), message
    yield from _idle(guide.file, [path for path, _ in walked])
    longest = max((path for path, _ in paths(guide.node({}))), key=len)
    if len(longest) > guide.file.most:
        message = f"最多问 {guide.file.most} 步,这里要 {len(longest)} 步:{_said(longest)}"
        yield ("most",), f"{message} / takes more questions than `most`"


def _idle(guide: GuideFile, walked: list[Path]) -> Iterator[Fault]:
    """Options that are never offered, or that nothing looks at."""
    offered = {step for path in walked for step in path}
    for note in guide.notes:
        offered |= {(name, option) for name, options in note.when.items() for option in options}
    for name, step in guide.questions.items():
        for option in step.options:
            if (name, option) not in offered:
                where = ("questions", name, "options", option)
                yield where, "没有规则用到这个选项 / no row uses this option"


def _circle(guide: GuideFile) -> Fault | None:
    """A step of a tree that leads back to itself."""
    if guide.rows:
        return None
    done: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> str | None:
        if name in above:
            return name
        if name in done or name not in guide.questions:
            return None
        done.add(name)
        options = guide.questions[name].options.values()
        return next(
            (found for one in options if (found := visit(one.to or "", (*above, name)))), None
        )

    found = visit(next(iter(guide.questions)), ())
    return (("questions", found), f"{found} 会绕回自己 / leads back to itself") if found else None


def _said(path: Path) -> str:
    return " ".join(f"{name}={option}" for name, option in path)
