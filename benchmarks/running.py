"""The program in a process of its own on a copy of the content, for measuring."""

import asyncio
import os
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from faq.catalogue import PACKAGED

_ROOT = Path(__file__).parents[1]
_TOKEN = "measuring-0123456789-measuring"
_STARTS = 120.0


@dataclass(frozen=True, slots=True)
class Running:
    """A running program: its content folder, its process, and the way to its two doors."""

    content: Path
    pid: int
    web: aiohttp.ClientSession
    staff: aiohttp.ClientSession

    def megabytes(self) -> float:
        """The memory the process has now."""
        status = Path(f"/proc/{self.pid}/status").read_text("ascii", "replace")
        (line,) = [one for one in status.splitlines() if one.startswith("VmRSS:")]
        return int(line.split()[1]) / 1024


@asynccontextmanager
async def running(
    folder: Path, ports: tuple[int, int], *, of: Path = PACKAGED, watch: str = "apply"
) -> AsyncIterator[Running]:
    """The program on a copy of the content ``of`` below ``folder``, without limits."""
    content = folder / "content"
    shutil.copytree(of, content)
    for kept in (_ROOT / "var").glob("learned.*.arrays"):
        (folder / "var").mkdir(exist_ok=True)
        shutil.copy2(kept, folder / "var")
    (folder / "config.yaml").write_text(
        "web: {questions_per_minute: 0, questions_per_minute_address: 0}\n", "utf-8"
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", "--config", "config.yaml",
        cwd=folder, env=_environ(content, ports) | {"JINGWU_RELOAD_WATCH": watch},
    )  # fmt: skip
    headers = {"Authorization": f"Bearer {_TOKEN}"}
    limits = aiohttp.ClientTimeout(total=120)
    try:
        async with (
            aiohttp.ClientSession(f"http://127.0.0.1:{ports[0]}", timeout=limits) as web,
            aiohttp.ClientSession(
                f"http://127.0.0.1:{ports[1]}", headers=headers, timeout=limits
            ) as staff,
        ):
            await _ready(web)
            yield Running(content, process.pid, web, staff)
    finally:
        process.terminate()
        await process.wait()


def _environ(content: Path, ports: tuple[int, int]) -> dict[str, str]:
    return os.environ | {
        "PYTHONPATH": str(_ROOT),
        "JINGWU_CONTENT": str(content),
        "JINGWU_PORT": str(ports[0]),
        "JINGWU_STAFF_PORT": str(ports[1]),
        "JINGWU_ADMIN_TOKEN": _TOKEN,
        "JINGWU_LOG_LEVEL": "WARNING",
    }


async def _ready(web: aiohttp.ClientSession) -> None:
    async with asyncio.timeout(_STARTS):
        while True:
            try:
                async with web.get("/readyz") as answer:
                    if answer.status == 200:
                        return
            except aiohttp.ClientConnectionError:
                pass
            await asyncio.sleep(0.2)
