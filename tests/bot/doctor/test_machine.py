import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp.test_utils import unused_port

from bot.app import serving
from bot.config import Config, Secret
from bot.doctor import Case, machine
from tests.content import damage


@pytest.fixture
def case(content: Path, tmp_path: Path) -> Case:
    database = f"sqlite:///{tmp_path}/var/jingwu.db"
    return Case(Config(content=content, database=database, port=unused_port()))


def with_config(case: Case, **changes: object) -> Case:
    return replace(case, config=replace(case.config, **changes))  # type: ignore[arg-type]


async def test_sound_content_is_well(case: Case) -> None:
    assert (await machine.content(case)).is_well


async def test_broken_content_is_named_with_what_to_do(case: Case, own_content: Path) -> None:
    damage(own_content, "hosts.yaml", "hosts:", "houses:")
    found = await machine.content(with_config(case, content=own_content))
    assert "hosts.yaml:1:1" in found.said
    assert "jingwu check" in found.todo


async def test_a_database_that_opens_is_well(case: Case) -> None:
    found = await machine.storage(case)
    assert (found.is_well, "0 条" in found.said) == (True, True)


@pytest.mark.parametrize(
    ("url", "todo"),
    [
        ("mysql://a/b", "sqlite:///"),
        ("sqlite:////proc/nowhere/x.db", "DATABASE_URL"),
        ("postgresql://me:canary@127.0.0.1:9/x", "DATABASE_URL"),
    ],
)
async def test_one_that_does_not_is_named_without_its_password(
    case: Case, url: str, todo: str
) -> None:
    found = await machine.storage(with_config(case, database=url))
    assert todo in found.todo
    assert "canary" not in repr(found)


async def test_free_ports_are_well(case: Case) -> None:
    assert (await machine.ports(case)).is_well


async def test_our_own_ports_are_well(case: Case) -> None:
    running = with_config(
        case, admin_token=Secret("an-admin-token-0123456789"), staff_port=unused_port()
    )
    async with serving(running.config):
        found = await machine.ports(running)
    assert (found.is_well, found.said.count("ours")) == (True, 2)


async def test_a_port_of_somebody_else_is_named(case: Case) -> None:
    server = await asyncio.start_server(lambda _, writer: writer.close(), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    found = await machine.ports(with_config(case, port=port))
    server.close()
    assert (str(port) in found.said, "JINGWU_PORT" in found.todo) == (True, True)


@pytest.mark.parametrize(("mode", "is_well"), [(0o600, True), (0o644, False)])
async def test_a_configuration_that_others_can_read_is_named(
    case: Case, tmp_path: Path, mode: int, *, is_well: bool
) -> None:
    file = tmp_path / "config.yaml"
    file.touch(mode)
    file.chmod(mode)
    found = await machine.permissions(replace(case, file=file))
    assert (found.is_well, "chmod 600" in found.todo) == (is_well, not is_well)


async def test_our_own_database_is_nobody_elses_to_read(case: Case) -> None:
    await machine.storage(case)
    assert (await machine.permissions(case)).is_well
