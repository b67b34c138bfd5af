"""Whether the content, the database, the ports and the files are fit for use."""

import asyncio
import os
import stat
from pathlib import Path

import aiohttp

from bot.clock import SystemClock
from bot.doctor import Case, Finding
from bot.storage import UnknownStorage, open_storage
from bot.storage.address import shown
from bot.storage.faults import errors
from bot.storage.sqlite.schema import SchemaTooNew
from faq.assembly import load
from faq.lint import lint
from faq.model import Level


async def content(case: Case) -> Finding:
    """Whether the content can go live."""
    name = "content 内容"
    found = await asyncio.to_thread(load, case.config.content)
    problems = await asyncio.to_thread(lint, found, SystemClock().today())
    errors = [one for one in problems if one.level is Level.ERROR]
    if errors or found.catalogue is None:
        return Finding(
            name, f"{len(errors)} 处错误 / errors; {errors[0] if errors else ''}",
            f"运行 jingwu check --content {case.config.content} / run it and mend what it lists",
        )  # fmt: skip
    said = f"{found.catalogue.version}, {len(found.catalogue.entries)} 项 / entries"
    return Finding(name, f"{said}, {len(problems)} 处提醒 / warnings")


async def storage(case: Case) -> Finding:
    """Whether the database can be opened, written and brought up to date."""
    name = "storage 数据库"
    url = shown(case.config.database)
    try:
        opened = await open_storage(case.config.database, SystemClock(), "doctor")
        try:
            backlog = await opened.outbox.backlog()
            await opened.sweep()
        finally:
            await opened.close()
    except (UnknownStorage, SchemaTooNew) as error:
        return Finding(name, url, str(error))
    except errors() as error:
        return Finding(
            name, f"{url}: {error}",
            "看磁盘空间、目录权限、DATABASE_URL;PostgreSQL 看服务是否在运行 / "
            "look at the disk, the folder's permissions, DATABASE_URL, and the server",
        )  # fmt: skip
    return Finding(name, f"{url}; {backlog.count} 条回答待发 / replies wait")


async def ports(case: Case) -> Finding:
    """Whether the ports are free, or ours already."""
    name = "ports 端口"
    config = case.config
    wanted = {"JINGWU_PORT": (config.host, config.port)}
    if config.admin_token:
        wanted["JINGWU_STAFF_PORT"] = ("127.0.0.1", config.staff_port)
    states = []
    for setting, (host, port) in wanted.items():
        state = await _state(host, port)
        states.append(f"{host}:{port} {state}")
        if state == _FOREIGN:
            return Finding(name, states[-1], f"换一个端口: {setting}=8090 / choose another port")
    return Finding(name, ", ".join(states))


_FREE, _OURS, _FOREIGN = "空闲 / free", "本程序在用 / ours", "被别的程序占用 / taken"


async def _state(host: str, port: int) -> str:
    try:
        server = await asyncio.start_server(lambda _reader, _writer: None, host, port)
    except OSError:
        return _OURS if await _is_ours(host, port) else _FOREIGN
    server.close()
    await server.wait_closed()
    return _FREE


async def _is_ours(host: str, port: int) -> bool:
    timeout = aiohttp.ClientTimeout(total=3)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.get(f"http://{host}:{port}/healthz") as answer,
        ):
            return answer.status in (200, 401, 503) and "json" in answer.content_type
    except (aiohttp.ClientError, TimeoutError, OSError):
        return False


async def permissions(case: Case) -> Finding:
    """Whether others can read what is secret."""
    name = "permissions 权限"
    kept = [case.file] if case.file else []
    if case.config.database.startswith("sqlite:///"):
        kept.append(Path(case.config.database.removeprefix("sqlite:///")))
    readable = [str(file) for file in kept if file.exists() and _others_read(file)]
    if readable:
        files = " ".join(readable)
        return Finding(name, f"别的用户能读 {files} / others can read it", f"chmod 600 {files}")
    return Finding(name, "root" if os.geteuid() == 0 else "好 / fine")


def _others_read(file: Path) -> bool:
    return bool(file.stat().st_mode & stat.S_IROTH)
