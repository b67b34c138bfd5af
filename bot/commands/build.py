"""`jingwu build`: a delivered catalogue into the content, the catalogue into entries."""

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.commands import Commands, add_content
from bot.commands.failure import Failure
from bot.knowledge import BadContent, open_knowledge
from faq import yamltree
from faq.assembly import BORDERS, items, load
from faq.build import Plan
from faq.build.emit import emit
from faq.build.entries import EntryBuild
from faq.build.importing import SOURCES, Present, UnknownChannel, plan_import
from faq.fitting import borders, fitted_on
from faq.loader import Loader
from faq.model import Problem
from faq.questions import TESTS, UNSEEN, read
from faq.schema import validate
from faq.schema.catalogue import SourceFile
from faq.schema.delivered import Delivered

_BORDERS_HEADING = "由 jingwu build 按 tests 和 unseen 里的问题算出:证据怎样变成把握。不用手改。"


def add(commands: Commands) -> None:
    """Add the command's arguments."""
    parser = commands.add_parser("build", help="由目录生成条目 / build entries from the catalogue")
    parser.add_argument("catalogue", type=Path, nargs="?", help="a delivered catalogue to take in")
    add_content(parser)
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would change, write nothing"
    )
    parser.add_argument(
        "--accept", action="append", default=[], metavar="ID", help="staff texts of ID were checked"
    )
    parser.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """Build; 1 if something was left alone because people had changed it."""
    root: Path = options.content
    plans = []
    if options.catalogue:
        plans.append(_taken_in(options.catalogue, root))
        _finish(plans[-1], root, dry_run=options.dry_run)
        if plans[-1].writes and options.dry_run:
            print("条目要等目录写入后才能生成 / entries follow once the catalogue is written")
            return 1 if plans[-1].conflicts else 0
    content = load(root)
    if content.catalogue is None:
        raise Failure(f"内容有错误,先改好 / mend the content first:\n{_shown(content.problems)}")
    accept = frozenset(options.accept)
    plans.append(EntryBuild(content.catalogue, _texts(root, "entries/*/*.yaml"), accept).plan())
    _finish(plans[-1], root, dry_run=options.dry_run)
    if not options.dry_run:
        _fit(root)
    return 1 if any(plan.conflicts for plan in plans) else 0


def _fit(root: Path) -> None:
    """Learn the content and fit its borders, unless they fit already or there are no questions."""
    questions, problems = read(root, TESTS, UNSEEN)
    if problems:
        raise Failure(
            f"tests 或 unseen 里的问题有错误,先改好 / mend the questions first:\n{_shown(problems)}"
        )
    if not questions:
        return
    try:
        knowledge = open_knowledge(root)
    except BadContent as fault:
        raise Failure(str(fault)) from None
    before = knowledge.catalogue.borders
    if before.fitted_on == fitted_on(knowledge, questions):
        return
    found = borders(knowledge, questions)
    (root / BORDERS).write_text(emit(_written(found.model_dump()), _BORDERS_HEADING), "utf-8")
    print(f"把握的界限 / borders: {found.questions} 个问题 / questions → {BORDERS}")


def _written(record: Mapping[str, object]) -> dict[str, yamltree.Value]:
    """A record as YAML has it: every figure a text."""
    return {
        name: _written(value) if isinstance(value, dict) else str(value)
        for name, value in record.items()
    }


def _taken_in(delivered: Path, root: Path) -> Plan:
    loader = Loader(root)
    present = items(loader)
    sources = loader.file(SOURCES, SourceFile) if loader.has(SOURCES) else None
    if loader.problems:
        problems = _shown(loader.problems)
        raise Failure(
            f"内容里的目录有错误,先改好 / mend the content's catalogue first:\n{problems}"
        )
    by_id = {item.id: item for _, record in present.values() for item in record.items}
    try:
        return plan_import(
            _delivered(delivered), Present(_texts(root, "catalogue/*.yaml"), by_id, sources)
        )
    except UnknownChannel as fault:
        raise Failure(f"{delivered}: {fault}") from None


def _delivered(file: Path) -> Delivered:
    try:
        record, problems = validate(Delivered, yamltree.read(file, str(file)))
    except yamltree.Refused as refused:
        raise Failure(str(refused.problem)) from None
    if record is None:
        more = f"(还有 {len(problems) - 1} 处 / more)" if len(problems) > 1 else ""
        raise Failure(f"这不是服务事项目录 / not a service catalogue: {problems[0]}{more}")
    return record


def _shown(problems: Iterable[Problem]) -> str:
    return "\n".join(str(problem) for problem in list(problems)[:20])


def _texts(root: Path, pattern: str) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8")
        for path in sorted(root.glob(pattern))
    }


def _finish(plan: Plan, root: Path, *, dry_run: bool) -> None:
    for path, text in () if dry_run else plan.writes.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    for title, names in (
        ("新建 / created", plan.created),
        ("更新 / updated", plan.updated),
        ("冲突,未覆盖 / conflicts, not overwritten", plan.conflicts),
    ):
        if names:
            print(f"{title} {len(names)}:")
            print("\n".join(f"  {name}" for name in names))
    if not (plan.created or plan.updated or plan.conflicts):
        print("没有变化 / nothing to change")
