import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import aiohttp
import pytest
from aiohttp.test_utils import unused_port

from bot.__main__ import main
from tests.content import LOST, damage, place
from tests.fake_telegram import FakeTelegram
from tests.processes import jingwu, jingwu_running

Environ: TypeAlias = dict[str, str]
FEE = "补身份证多少钱"


@pytest.fixture
def environ(content: Path, tmp_path: Path) -> Environ:
    return {
        "JINGWU_CONTENT": str(content),
        "JINGWU_PORT": str(unused_port()),
        "DATABASE_URL": f"sqlite:///{tmp_path}/var/jingwu.db",
    }


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which somebody else listens."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


async def ended(environ: Environ, number: int) -> tuple[int, bytes]:
    """The exit status and standard error of a running process that got a signal."""
    async with jingwu_running(environ) as (process, _):
        process.send_signal(number)
        _, said = await process.communicate()
    assert process.returncode is not None
    return process.returncode, said


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_ends_it_well(environ: Environ, number: int) -> None:
    assert await ended(environ, number) == (0, b"")


async def test_while_polling_a_signal_ends_it_well(environ: Environ) -> None:
    async with FakeTelegram() as fake:
        environ |= {"TELEGRAM_BOT_TOKEN": fake.token, "TELEGRAM_API_ROOT": fake.root}
        async with jingwu_running(environ) as (process, _):
            await fake.say(1, FEE)
            (answer,) = await fake.wait_sent(1, 1)
            process.terminate()
            _, said = await process.communicate()
    assert "40元" in answer.seen
    assert (process.returncode, said) == (0, b"")


async def test_while_telegram_is_away_a_signal_ends_it_well(environ: Environ) -> None:
    environ |= {
        "TELEGRAM_BOT_TOKEN": "123456:canary-token-canary-token",
        "TELEGRAM_API_ROOT": f"http://127.0.0.1:{unused_port()}",
    }
    status, said = await ended(environ, signal.SIGTERM)
    assert status == 0
    assert b"canary" not in said
    assert b"Traceback" not in said


def has_ipv6() -> bool:
    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6):
            return True
    except OSError:
        return False


IPV6 = pytest.mark.skipif(not has_ipv6(), reason="this machine has no IPv6 loopback address")


@pytest.mark.parametrize(
    "more",
    [{}, {"JINGWU_PORT": "0"}, pytest.param({"JINGWU_HOST": "::1"}, marks=IPV6)],
    ids=["configured", "any port", "IPv6"],
)
async def test_it_serves_where_it_says(environ: Environ, more: Environ) -> None:
    async with jingwu_running(environ | more) as (_, line), aiohttp.ClientSession() as session:
        address = line.split()[-1]
        async with session.get(f"{address}healthz") as answer:
            assert answer.status == 200


async def test_broken_content_is_said_with_its_place_and_cards_are_shown(
    environ: Environ, own_content: Path
) -> None:
    damage(own_content, LOST, "补证收费多少]", "补证收费多少")
    damage(own_content, "hosts.yaml", "hosts:", "houses:")
    environ |= {"JINGWU_CONTENT": str(own_content)}
    async with (
        jingwu_running(environ) as (process, line),
        aiohttp.ClientSession(line.split()[-1]) as visitor,
    ):
        async with visitor.post("/api/chat", json={"text": "着火了快来人"}) as answer:
            assert (await answer.json())["alert"] == "fire"
        async with visitor.get("/readyz") as answer:
            assert answer.status == 503
        process.terminate()
        _, said = await process.communicate()
    assert process.returncode == 0
    assert f"message={LOST}:3:" in said.decode()
    assert f"message={place(own_content, 'hosts.yaml', 'houses')}: error schema: " in said.decode()


# What keeps it from starting.


def refused(environ: Environ) -> str:
    """What is said when it does not start: nothing but one message."""
    ran = jingwu("run", environ=environ)
    said = ran.stderr.decode()
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert said.startswith("jingwu: ")
    assert "Traceback" not in said
    return said


def test_a_port_in_use_is_said_with_what_to_do(environ: Environ, taken: int) -> None:
    said = refused(environ | {"JINGWU_PORT": str(taken)})
    assert f"127.0.0.1:{taken}" in said
    assert "JINGWU_PORT" in said


@pytest.mark.parametrize("url", ["sqlite:///{file}", "sqlite:///{file}/jingwu.db", "mysql://a/b"])
def test_a_database_that_cannot_be_opened_is_said(
    environ: Environ, tmp_path: Path, url: str
) -> None:
    (tmp_path / "file").write_text("no database")
    said = refused(environ | {"DATABASE_URL": url.format(file=tmp_path / "file")})
    assert "DATABASE_URL" in said


def test_a_mistake_in_the_configuration_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "config.yaml").write_text("web: {prot: 80}")
    assert main(["run", "--config", str(tmp_path / "config.yaml")]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("jingwu: ")
    assert "config.yaml:1: " in line
