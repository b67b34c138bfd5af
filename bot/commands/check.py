"""`jingwu check`: every problem of the content, with its place."""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from bot.clock import SystemClock
from bot.commands import Commands, add_content
from bot.commands.failure import Failure
from bot.knowledge import open_knowledge
from faq import questions
from faq.assembly import load
from faq.deciding import SURE
from faq.guides.graph import lines
from faq.lint import lint, stolen
from faq.lint.phrasings import placed
from faq.model import Level, Problem


def add(commands: Commands) -> None:
    """Add the command's arguments."""
    parser = commands.add_parser("check", help="检查内容 / check the content")
    add_content(parser)
    parser.add_argument(
        "--format", choices=["text", "json"], default="text", help="how to print the problems"
    )
    parser.add_argument(
        "--as-of",
        type=date.fromisoformat,
        metavar="DATE",
        help="the day dates are checked for, as 2026-11-30; today if not given",
    )
    parser.add_argument(
        "--ask", action="store_true", help="也把每个问法问一遍 / ask every phrasing too, a minute"
    )
    parser.add_argument(
        "--graph", metavar="ID", help="只画出一个办事指引 / only print a guide as a tree"
    )
    parser.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """Print the problems; 1 if one of them is an error."""
    if options.graph:
        return _graph(options)
    problems = _problems(options.content, options.as_of or SystemClock().today())
    if options.ask and not _errors(problems):
        problems = tuple(sorted({*problems, *_stolen(options.content)}))
    print(_as_json(problems) if options.format == "json" else _as_text(problems))
    return 1 if _errors(problems) else 0


def _graph(options: argparse.Namespace) -> int:
    """Print one guide; what keeps it from being read is said instead."""
    content = load(options.content)
    if content.catalogue is None:
        raise Failure("\n".join(map(str, content.problems)))
    guide = content.catalogue.guides.get(options.graph)
    if guide is None:
        known = ", ".join(content.catalogue.guides) or "-"
        raise Failure(f"没有指引 {options.graph};有:{known} / there is no such guide")
    print("\n".join(lines(guide)))
    return 0


def _problems(folder: Path, today: date) -> tuple[Problem, ...]:
    content = load(folder)
    problems = set(lint(content, today))
    if folder.is_dir():
        problems.update(questions.check(folder, content.catalogue))
    return tuple(sorted(problems))


def _stolen(folder: Path) -> Iterator[Problem]:
    content, knowledge = load(folder), open_knowledge(folder)
    phrasings = placed(knowledge.catalogue, content.trees)
    return stolen.check(knowledge.catalogue, knowledge.matcher, phrasings, SURE)


def _errors(problems: Sequence[Problem]) -> int:
    return sum(problem.level is Level.ERROR for problem in problems)


def _as_text(problems: Sequence[Problem]) -> str:
    errors = _errors(problems)
    warnings = len(problems) - errors
    count = f"{errors} 处错误,{warnings} 处提醒 / {errors} errors, {warnings} warnings"
    return "\n".join([*map(str, problems), count])


def _as_json(problems: Sequence[Problem]) -> str:
    errors = _errors(problems)
    found = {
        "errors": errors,
        "warnings": len(problems) - errors,
        "problems": [asdict(problem) for problem in problems],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)
