"""A fake Telegram, the program, and people who ask."""

import asyncio
import tempfile
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from aiohttp.test_utils import unused_port

from benchmarks.reliability.checking import Verdict, counted
from benchmarks.reliability.program import Program, until
from tests.fake_telegram import FakeTelegram

QUESTION = "补办身份证要多少钱"
FIRST = 1_000_000  # numbers of chats


@dataclass
class Stage:
    """What a run plays on."""

    fake: FakeTelegram
    program: Program

    @property
    def pid(self) -> int:
        """The number of the program's process."""
        assert self.program.process
        return self.program.process.pid

    async def ask(self, count: int, *, per_second: float = 0, first: int = FIRST) -> list[int]:
        """Have so many people ask, one question each; their chats."""
        chats = list(range(first, first + count))
        for at, chat in enumerate(chats):
            await self.fake.say(chat, QUESTION)
            if per_second and at % 10 == 9:
                await asyncio.sleep(10 / per_second)
        return chats

    def verdict(self, chats: list[int]) -> Verdict:
        """What became of their questions."""
        return counted(chats, (one.chat for one in self.fake.store.sent))

    async def settled(self, chats: list[int], seconds: float, *, copies: float = 1) -> Verdict:
        """The verdict when all were answered, or the time is up, and copies had time to follow."""

        async def is_whole() -> bool:
            return self.verdict(chats).is_whole

        await until(is_whole, seconds)
        await asyncio.sleep(copies)
        return self.verdict(chats)


@asynccontextmanager
async def stage(*, webhook: bool = False, database: str = "sqlite") -> AsyncIterator[Stage]:
    """The program running against a fake Telegram, whose patience is a tenth of the real one's."""
    fake = FakeTelegram(sleep=lambda seconds: asyncio.sleep(seconds / 10))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        async with _database(folder, database) as url, fake:
            program = Program(
                folder, fake.token, fake.root, unused_port(), unused_port(), url, webhook
            )
            await program.start()
            try:
                await program.learnt()
                yield Stage(fake, program)
            finally:
                if program.process and program.process.returncode is None:
                    program.process.kill()
                    await program.process.wait()
                Path("var", f"sends-{program.port}").unlink(missing_ok=True)


@asynccontextmanager
async def _database(folder: Path, kind: str) -> AsyncIterator[str]:
    if kind != "postgres":
        yield f"sqlite:///{folder / 'jingwu.db'}"
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pgserver = import_module("pgserver")  # not on every Python
    data = folder / "pg"
    data.mkdir()
    server = pgserver.get_server(data)
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
