"""`jingwu rules`: the manual of the content rules, made of their docstrings, for docs/rules.md."""

import argparse
import inspect

from bot.commands import Commands
from faq import assembly, questions, schema, yamltree
from faq.lint import RULES

_HEADING = """# 检查规则 Content rules

由 `script/rules-manual` 从各条规则的说明生成,测试会核对;不要手改。
Made by `script/rules-manual` from the docstrings of the rules; tested to be current.

`jingwu check` 打印 `文件:行:列: 级别 规则: 说明`。error(错误)不能上线,warning(提醒)可以。
"""
_READING = (yamltree, schema, assembly, questions)


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("rules", help="检查规则的说明 / the manual of the content rules")
    parser.set_defaults(act=act)


def act(_: argparse.Namespace) -> int:
    """Print the manual."""
    print(manual(), end="")
    return 0


def manual() -> str:
    """The page as Markdown: how files are read, then rule by rule."""
    return "\n".join([_HEADING, *map(_section, (*_READING, *RULES))])


def _section(rule: object) -> str:
    name = getattr(rule, "__name__", "").rpartition(".")[2]
    return f"## {name}\n\n{inspect.getdoc(rule)}\n"
