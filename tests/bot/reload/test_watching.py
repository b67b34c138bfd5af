"""However files are saved, it is one change once it is quiet."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from watchfiles import Change

from bot.reload.watching import changes, matters
from tests.content import ITEMS


@pytest.mark.parametrize(
    ("name", "does"),
    [
        ("catalogue/traffic.yaml", True),
        ("a.yml", True),
        ("entries/traffic", True),
        ("catalogue/.traffic.yaml.swp", False),
        ("catalogue/traffic.yaml~", False),
        ("catalogue/4913", False),
        ("catalogue/.goutputstream-ABC", False),
        ("catalogue/traffic.yaml.tmp", False),
        ("catalogue/.traffic.yaml.Xy12ab", False),
        ("notes.txt", False),
        (".git/index.lock", False),
    ],
)
def test_only_content_matters(name: str, *, does: bool) -> None:
    assert matters(Change.modified, f"/content/{name}") is does


@asynccontextmanager
async def watching(folder: Path) -> AsyncIterator[list[None]]:
    """The changes that were told, while something is done to the folder."""
    told: list[None] = []

    async def watch() -> None:
        async for _ in changes(folder):
            told.append(None)

    task = asyncio.create_task(watch())
    await asyncio.sleep(0.3)  # the watch begins in a thread of its own
    try:
        yield told
        async with asyncio.timeout(20):
            while not told:
                await asyncio.sleep(0.05)
        await asyncio.sleep(0.3)
    finally:
        task.cancel()
        await asyncio.wait([task])


async def as_nano(file: Path) -> None:
    """Empty the file, then write it in pieces."""
    text = file.read_text("utf-8")
    with file.open("w", encoding="utf-8") as out:
        for at in range(0, len(text), 200):
            out.write(text[at : at + 200])
            out.flush()
            await asyncio.sleep(0.01)


async def as_vim(file: Path) -> None:
    """Try the folder, move the file aside, write a new one, delete the old."""
    text = file.read_text("utf-8")
    (file.parent / "4913").touch()
    (file.parent / "4913").unlink()
    file.rename(aside := file.with_name(f"{file.name}~"))
    file.write_text(text, "utf-8")
    await asyncio.sleep(0.05)
    aside.unlink()


async def as_rsync(file: Path) -> None:
    """Write beside the file, then rename over it."""
    beside = file.with_name(f".{file.name}.Xy12ab")
    beside.write_bytes(file.read_bytes())
    await asyncio.sleep(0.05)
    beside.replace(file)


@pytest.mark.parametrize("save", [as_nano, as_vim, as_rsync])
async def test_a_save_is_one_change(own_content: Path, save: Callable[[Path], object]) -> None:
    async with watching(own_content) as told:
        await save(own_content / ITEMS)  # type: ignore[misc]
    assert len(told) == 1


async def test_a_checkout_of_two_hundred_files_is_one_change(own_content: Path) -> None:
    async with watching(own_content) as told:
        for number in range(200):
            (own_content / f"{number}.yaml").write_text("a: b\n", "utf-8")
            await asyncio.sleep(0.002)
    assert len(told) == 1


async def test_temporary_files_are_no_change(own_content: Path) -> None:
    async with watching(own_content) as told:
        (own_content / ".hosts.yaml.swp").write_text("x", "utf-8")
        await asyncio.sleep(1.2)
        assert told == []
        (own_content / ITEMS).touch()
    assert len(told) == 1


async def test_another_folder_in_its_place_is_a_change_and_is_watched(
    own_content: Path, tmp_path: Path
) -> None:
    async with watching(own_content) as told:
        shutil.copytree(own_content, tmp_path / "next")
        own_content.rename(tmp_path / "former")
        (tmp_path / "next").rename(own_content)
        async with asyncio.timeout(20):
            while not told:
                await asyncio.sleep(0.05)
        before = len(told)
        await asyncio.sleep(0.5)
        (own_content / ITEMS).write_text("a: b\n", "utf-8")
        async with asyncio.timeout(20):
            while len(told) == before:
                await asyncio.sleep(0.05)
