"""`jingwu check`: every problem of the content, with its place."""

import argparse

from bot.commands import Commands, add_content
from faq.catalogue import load
from faq.lint import lint
from faq.model import Level


def add(commands: Commands) -> None:
    """Add the command's arguments."""
    parser = commands.add_parser("check", help="检查内容 / check the content")
    add_content(parser)
    parser.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """Print the problems; 1 if one of them is an error."""
    problems = lint(load(options.content))
    for problem in problems:
        print(problem)
    errors = sum(problem.level is Level.ERROR for problem in problems)
    print(
        f"{errors} 处错误,{len(problems) - errors} 处提醒 / "
        f"{errors} errors, {len(problems) - errors} warnings"
    )
    return 1 if errors else 0
