"""The program as operators start it: a process of its own."""

import asyncio
import os
import subprocess
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

_ROOT = Path(__file__).parents[1]
_JINGWU = (sys.executable, "-m", "bot")
_SECONDS = 60


def jingwu(
    *arguments: str, stdin: bytes = b"", environ: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run a command to its end, with more in its environment."""
    return subprocess.run(
        [*_JINGWU, *arguments],
        input=stdin,
        capture_output=True,
        env=_environ(environ or {}),
        timeout=_SECONDS,
        check=False,
    )


@asynccontextmanager
async def jingwu_running(environ: Mapping[str, str]) -> AsyncIterator[Process]:
    """``jingwu run`` as a process, from its first line on standard output on."""
    process = await asyncio.create_subprocess_exec(
        *_JINGWU, "run", stdout=PIPE, stderr=PIPE, env=_environ(environ)
    )
    assert process.stdout
    try:
        async with asyncio.timeout(_SECONDS):
            first = await process.stdout.readline()
            assert first, (await process.communicate())[1].decode()
            yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


def _environ(more: Mapping[str, str]) -> dict[str, str]:
    # The program is found wherever the test stands, installed or not.
    return {**os.environ, "PYTHONPATH": str(_ROOT), **more}
