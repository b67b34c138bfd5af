"""The program as an operator runs it: started, killed, and started again."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

SECRET = "a-webhook-secret-0123456789"
_ADMIN = "an-admin-token-0123456789"
_LEARNS = 600.0  # seconds, beside other work
_LIMITS = """
web: {questions_per_minute: 0, questions_per_minute_address: 0}
telegram:
  questions_per_minute: 0
  sends_per_second: 0
  sends_per_second_chat: 0
  sends_per_minute_group: 0
"""


@dataclass
class Program:
    """One process at a time; its ports, its database and its log stay."""

    folder: Path
    token: str
    api_root: str
    port: int
    staff_port: int
    database: str
    webhook: bool
    process: asyncio.subprocess.Process | None = None
    exits: list[int] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Where it serves."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        """What it wrote."""
        return self.folder / "log"

    async def start(self) -> float:
        """Start it; the seconds until it answered."""
        begun = time.monotonic()
        settings = self.folder / "config.yaml"
        settings.write_text(_LIMITS)
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", "--config", str(settings),
                env=self._environment(), stdout=log, stderr=log,
            )  # fmt: skip
        if not await until(self._answers, 120):
            raise RuntimeError(f"it does not start: {self.log.read_text()[-300:]}")
        return time.monotonic() - begun

    async def learnt(self) -> None:
        """Wait until it is ready: content never learnt here is answered with a notice at first,
        which no trial means to measure.
        """
        if not await until(lambda: self.is_ready(ready=True), _LEARNS):
            raise RuntimeError(f"it does not become ready: {self.log.read_text()[-300:]}")

    async def end(self, number: signal.Signals) -> float:
        """Send it a signal; the seconds until it ended."""
        assert self.process
        begun = time.monotonic()
        self.process.send_signal(number)
        self.exits.append(await self.process.wait())
        return time.monotonic() - begun

    async def is_ready(self, *, ready: bool) -> bool:
        """Whether it says that it is ready, or that it is not."""
        url = f"{self.address}/readyz"
        async with aiohttp.ClientSession() as session, session.get(url) as answer:
            return (answer.status == 200) is ready

    async def metric(self, name: str) -> float:
        """A figure out of its metrics."""
        headers = {"Authorization": f"Bearer {_ADMIN}"}
        url = f"http://127.0.0.1:{self.staff_port}/metrics"
        async with aiohttp.ClientSession() as session, session.get(url, headers=headers) as answer:
            lines = (await answer.text()).splitlines()
        return next(float(line.split()[-1]) for line in lines if line.startswith(f"{name} "))

    async def _answers(self) -> bool:
        try:
            async with (
                aiohttp.ClientSession() as session,
                session.get(f"{self.address}/healthz") as answer,
            ):
                return answer.status == 200
        except aiohttp.ClientError:
            return False

    def _environment(self) -> dict[str, str]:
        found = dict(os.environ) | {
            "TELEGRAM_BOT_TOKEN": self.token,
            "TELEGRAM_API_ROOT": self.api_root,
            "DATABASE_URL": self.database,
            "JINGWU_PORT": str(self.port),
            "JINGWU_STAFF_PORT": str(self.staff_port),
            "JINGWU_ADMIN_TOKEN": _ADMIN,
        }
        if self.webhook:
            found["TELEGRAM_WEBHOOK_URL"] = f"{self.address}/telegram/webhook"
            found["TELEGRAM_WEBHOOK_SECRET"] = SECRET
        return found


async def until(is_so: Callable[[], Awaitable[bool]], seconds: float) -> bool:
    """Wait until something is so, at most so long; whether it is."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if await is_so():
            return True
        await asyncio.sleep(0.05)
    return False
