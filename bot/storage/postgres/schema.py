"""The tables, made and changed step by step; a step that was released is never edited."""

from typing import LiteralString

import psycopg

from bot.storage.sqlite.schema import refuse_newer

MIGRATIONS: tuple[tuple[LiteralString, ...], ...] = (
    (
        """CREATE TABLE context (chat text PRIMARY KEY, entry text NOT NULL, facet text NOT NULL,
                                 at double precision NOT NULL)""",
        "CREATE INDEX context_at ON context (at)",
        """CREATE TABLE handled (id bigint PRIMARY KEY, at double precision NOT NULL,
                                 done boolean NOT NULL, owner text NOT NULL DEFAULT '')""",
        "CREATE INDEX handled_at ON handled (at)",
        """CREATE TABLE journal (number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                                 at double precision NOT NULL, id text, channel text NOT NULL,
                                 question text, outcome text NOT NULL, alert text, entry text,
                                 facet text, confidence double precision NOT NULL,
                                 language text NOT NULL, version text NOT NULL, mark text,
                                 reason text)""",
        "CREATE INDEX journal_at ON journal (at)",
        "CREATE INDEX journal_id ON journal (id)",
        """CREATE TABLE outbox (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                                chat text NOT NULL, body text NOT NULL, urgent boolean NOT NULL,
                                at double precision NOT NULL, tries integer NOT NULL DEFAULT 0,
                                due double precision NOT NULL,
                                held double precision NOT NULL DEFAULT 0,
                                owner text NOT NULL DEFAULT '')""",
        "CREATE INDEX outbox_chat ON outbox (chat, urgent DESC, id)",
    ),
    ("ALTER TABLE context ADD COLUMN city text",),
    (
        """CREATE TABLE content (number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                                 digest text NOT NULL UNIQUE, at double precision NOT NULL,
                                 who text NOT NULL, difference text NOT NULL,
                                 tree bytea NOT NULL)""",
        """CREATE TABLE switches (one integer PRIMARY KEY CHECK (one = 1), live bigint,
                                  passed_over text, off_reason text, off_who text,
                                  off_at double precision)""",
        """CREATE TABLE audit (number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                               at double precision NOT NULL, who text NOT NULL,
                               what text NOT NULL, detail text NOT NULL)""",
    ),
    (
        """CREATE TABLE ticket (number bigint PRIMARY KEY, chat text NOT NULL,
                                at double precision NOT NULL)""",
        "CREATE INDEX ticket_at ON ticket (at)",
    ),
    ("ALTER TABLE context ADD COLUMN guide text NOT NULL DEFAULT ''",),
)
_LOCK = 0x6A696E6777  # "jingw": one process migrates, the others wait


async def migrate(connection: psycopg.AsyncConnection[tuple[object, ...]]) -> int:
    """Bring the tables up to date; returns the version they now have."""
    async with connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
        await connection.execute("CREATE TABLE IF NOT EXISTS jingwu_schema (version integer)")
        found = await connection.execute("SELECT coalesce(max(version), 0) FROM jingwu_schema")
        row = await found.fetchone()
        version = row[0] if row and isinstance(row[0], int) else 0
        refuse_newer(version, len(MIGRATIONS))
        for number, statements in enumerate(MIGRATIONS[version:], version + 1):
            for statement in statements:
                await connection.execute(statement)
            await connection.execute("INSERT INTO jingwu_schema VALUES (%s)", (number,))
    return len(MIGRATIONS)
