"""`jingwu run`: serve the web chat, and Telegram when there is a token."""

import argparse
import asyncio
import gc
import os
import signal
import sys
from pathlib import Path

from bot import logs
from bot.administration.wording import LEARNT_FIRST
from bot.app import serving
from bot.commands import Commands
from bot.commands.failure import Failure
from bot.config import Config, ConfigError, load
from bot.listening import PortInUse
from bot.pulse import Tell, beating, supervisor
from bot.storage import UnknownStorage
from bot.storage.address import shown
from bot.storage.faults import errors
from bot.storage.sqlite.schema import SchemaTooNew

_SWITCH_SECONDS = 0.0005  # so that content being read beside them does not hold up answers
_YOUNG = 20_000  # objects, before garbage is looked for: an answer leaves next to none


def add(commands: Commands) -> None:
    """Add the command's arguments."""
    parser = commands.add_parser("run", help="启动服务 / start serving")
    parser.add_argument("--config", type=Path, help="configuration file (config.example.yaml)")
    parser.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """Serve until SIGINT or SIGTERM."""
    try:
        config = load(options.config, os.environ)
        logs.configure(config.log_level)
        sys.setswitchinterval(_SWITCH_SECONDS)
        gc.set_threshold(_YOUNG)
        asyncio.run(_serve(config, supervisor(os.environ.get("NOTIFY_SOCKET"))))
    except (ConfigError, UnknownStorage, SchemaTooNew, PortInUse) as fault:
        raise Failure(str(fault)) from None
    except errors() as fault:
        raise Failure(
            f"打不开数据库 {shown(config.database)}: {fault};检查 DATABASE_URL 和目录权限 / "
            "cannot open the database; check DATABASE_URL and the folder's permissions"
        ) from None
    return 0


async def _serve(config: Config, tell: Tell) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with serving(config) as served:
        host, port = served.address
        name = f"[{host}]" if ":" in host else host
        print(f"警务助手 Jingwu: http://{name}:{port}/", flush=True)
        if served.is_learning:
            print(LEARNT_FIRST, flush=True)
        if config.telegram:
            how = "webhook" if config.telegram.webhook_url else "polling"
            print(f"Telegram: {how}", flush=True)
        async with beating(tell):
            tell("READY=1")
            await stop.wait()
        tell("STOPPING=1")
