"""Connections to one PostgreSQL database; broken ones are replaced by themselves."""

import logging
from collections.abc import Mapping, Sequence
from typing import LiteralString

import psycopg
from psycopg_pool import AsyncConnectionPool

from bot.storage.postgres.schema import migrate

Values = Sequence[object] | Mapping[str, object]
_Connection = psycopg.AsyncConnection[tuple[object, ...]]
_SIZE = 8
_WAIT = 5.0  # for a free connection, and for the first


class PostgresServer:
    """A small pool; each statement is a transaction of its own."""

    def __init__(self, pool: AsyncConnectionPool[_Connection]) -> None:
        self._pool = pool

    @classmethod
    async def open(cls, url: str) -> "PostgresServer":
        """Connect, and bring the tables up to date."""
        # The pool repeats each failed try to connect; what is wrong is said once, by who uses it.
        logging.getLogger("psycopg.pool").setLevel(logging.CRITICAL)
        async with await psycopg.AsyncConnection.connect(
            url, autocommit=True, connect_timeout=int(_WAIT)
        ) as connection:
            await migrate(connection)
        pool: AsyncConnectionPool[_Connection] = AsyncConnectionPool(
            url,
            kwargs={"autocommit": True, "connect_timeout": int(_WAIT)},
            min_size=1,
            max_size=_SIZE,
            timeout=_WAIT,
            reconnect_timeout=10,
            check=AsyncConnectionPool.check_connection,
            open=False,
        )
        await pool.open()
        return cls(pool)

    async def run(self, statement: LiteralString, values: Values = ()) -> list[tuple[object, ...]]:
        """Run a statement; the rows it returns, if it returns any."""
        async with self._pool.connection() as connection:
            found = await connection.execute(statement, values)
            return await found.fetchall() if found.description else []

    async def run_for_each(self, statement: LiteralString, rows: Sequence[Values]) -> None:
        """Run a statement for all rows or none."""
        async with (
            self._pool.connection() as connection,
            connection.transaction(),
            connection.cursor() as cursor,
        ):
            await cursor.executemany(statement, rows)

    async def close(self) -> None:
        """Close the connections."""
        await self._pool.close()
