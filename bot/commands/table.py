"""`jingwu table`: how much content there is, for the readme."""

import argparse

from bot.commands import Commands, add_content
from bot.commands.failure import Failure
from faq.assembly import load
from faq.inventory import table


def add(commands: Commands) -> None:
    """Add the command's arguments."""
    parser = commands.add_parser("table", help="内容统计表 / how much content there is")
    add_content(parser)
    parser.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """Print the table."""
    content = load(options.content)
    if content.catalogue is None:
        raise Failure(f"内容有错误,先运行 jingwu check / {content.problems[0]}")
    print(table(content.catalogue))
    return 0
