"""Storage engines behind the ports; the only place that knows there are several."""

from typing import Protocol

from bot.storage.memory import MemoryStorage
from bot.storage.sqlite import SqliteStorage
from faq.ports import Clock, Journal, Sessions


class Storage(Sessions, Journal, Protocol):
    """An engine: sessions and journal, opened and closed."""

    async def close(self) -> None:
        """Write what is pending and let go of the database."""
        ...


class UnknownStorage(Exception):
    """A storage address that names no engine; the text says what is possible."""


async def open_storage(url: str, clock: Clock) -> Storage:
    """Open the engine that ``url`` names; raises UnknownStorage or OSError."""
    if url == "memory:":
        return MemoryStorage(clock)
    if url.startswith("sqlite:///") and url != "sqlite:///":
        return await SqliteStorage.open(url.removeprefix("sqlite:///"), clock)
    raise UnknownStorage(
        "DATABASE_URL: 只支持 sqlite:///相对路径.db 或 sqlite:////绝对路径.db / "
        "only sqlite:///relative.db or sqlite:////absolute.db"
    )
