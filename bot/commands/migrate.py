"""`jingwu migrate`: bring the database's tables up to date."""

import argparse
import asyncio
import os
from pathlib import Path

from bot.clock import SystemClock
from bot.commands import Commands
from bot.commands.failure import Failure
from bot.config import ConfigError, load
from bot.storage import UnknownStorage, open_storage
from bot.storage.faults import errors
from bot.storage.sqlite.schema import SchemaTooNew


def add(commands: Commands) -> None:
    """Add the command's arguments."""
    parser = commands.add_parser("migrate", help="升级数据库 / bring the database up to date")
    parser.add_argument("--config", type=Path, help="configuration file")
    parser.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """Open the database once, which migrates it."""
    try:
        config = load(options.config, os.environ)
        asyncio.run(_open_once(config.database))
    except (ConfigError, UnknownStorage, SchemaTooNew) as error:
        raise Failure(str(error)) from None
    except errors() as error:
        raise Failure(str(error)) from None
    print("数据库已是最新 / the database is up to date")
    return 0


async def _open_once(url: str) -> None:
    storage = await open_storage(url, SystemClock())
    await storage.close()
