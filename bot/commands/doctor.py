"""`jingwu doctor`: what may keep the program from working, and what to do."""

import argparse
import asyncio
import os
from pathlib import Path

from bot.commands import Commands
from bot.commands.failure import Failure
from bot.config import ConfigError, load
from bot.doctor import Case, Check, Finding, machine, telegram
from bot.doctor.wording import wording

_CHECKS: tuple[Check, ...] = (
    telegram.token,
    telegram.webhook,
    machine.content,
    machine.storage,
    telegram.clock,
    machine.ports,
    machine.permissions,
    wording,
)


def add(commands: Commands) -> None:
    """Add the command's arguments."""
    parser = commands.add_parser("doctor", help="自检:哪里不对,怎么办 / what is wrong, what to do")
    parser.add_argument("--config", type=Path, help="configuration file")
    parser.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """Print what each check found; 1 if there is something to do."""
    try:
        case = Case(load(options.config, os.environ), options.config)
    except ConfigError as error:
        raise Failure(str(error)) from None
    findings = asyncio.run(_all(case))
    for one in findings:
        print(f"{'✓' if one.is_well else '✗'} {one.name}: {one.said}")
        if one.todo:
            print(f"    → {one.todo}")
    return 0 if all(one.is_well for one in findings) else 1


async def _all(case: Case) -> list[Finding]:
    return [await check(case) for check in _CHECKS]
