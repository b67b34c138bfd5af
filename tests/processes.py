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


def first_line(*arguments: str, stdin: bytes) -> tuple[bytes, bytes]:
    """The first line of a command's standard output, which is closed then, and its errors."""
    pipe = subprocess.PIPE
    command = [*_JINGWU, *arguments]
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=pipe, env=_environ({})
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(stdin)
        process.stdin.flush()
        line = process.stdout.readline()
        process.stdout.close()
        process.stdin.close()
        return line, process.stderr.read()


@asynccontextmanager
async def jingwu_running(environ: Mapping[str, str]) -> AsyncIterator[tuple[Process, str]]:
    """``jingwu run`` as a process, once it serves, and the first line that it prints."""
    process = await asyncio.create_subprocess_exec(
        *_JINGWU, "run", stdout=PIPE, stderr=PIPE, env=_environ(environ)
    )
    assert process.stdout
    try:
        async with asyncio.timeout(_SECONDS):
            first = await process.stdout.readline()
            assert first, (await process.communicate())[1].decode()
            yield process, first.decode()
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


def _environ(more: Mapping[str, str]) -> dict[str, str]:
    # The program is found wherever the test stands, installed or not.
    return {**os.environ, "PYTHONPATH": str(_ROOT), **more}
