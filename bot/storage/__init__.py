"""Storage engines behind the ports; the only place that knows there are several."""

from bot.storage.engine import Storage
from bot.storage.memory import open_memory
from bot.storage.sqlite import open_sqlite
from faq.ports import Clock

__all__ = ["Storage", "UnknownStorage", "open_storage"]


class UnknownStorage(Exception):
    """A storage address that names no engine; the text says what is possible."""


async def open_storage(url: str, clock: Clock, owner: str = "") -> Storage:
    """Open the engine that ``url`` names, and free what an earlier run of ``owner`` had in hand;
    raises UnknownStorage, SchemaTooNew or one of ``faults.errors``.
    """
    if url == "memory:":
        return open_memory(clock)
    if url.startswith("sqlite:///") and url != "sqlite:///":
        return await open_sqlite(url.removeprefix("sqlite:///"), clock, owner)
    if url.startswith(("postgresql://", "postgres://")):
        return await _postgres(url, clock, owner)
    raise UnknownStorage(
        "DATABASE_URL: 只支持 sqlite:///相对路径.db、sqlite:////绝对路径.db 或 "
        "postgresql://用户:密码@主机/库名 / "
        "only sqlite:///relative.db, sqlite:////absolute.db or postgresql://user:password@host/name"
    )


async def _postgres(url: str, clock: Clock, owner: str) -> Storage:
    try:
        from bot.storage.postgres import open_postgres  # noqa: PLC0415 - an extra
    except ImportError:
        raise UnknownStorage(
            "DATABASE_URL: 用 PostgreSQL 要先装 .[postgres] / PostgreSQL needs the extra: "
            "pip install -c constraints.txt '.[postgres]'"
        ) from None
    return await open_postgres(url, clock, owner)
