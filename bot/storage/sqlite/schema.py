"""The tables, made and changed step by step; a step that was released is never edited."""

import sqlite3

MIGRATIONS = (
    (
        """CREATE TABLE context (chat TEXT PRIMARY KEY, entry TEXT NOT NULL, facet TEXT NOT NULL,
                                 at REAL NOT NULL) WITHOUT ROWID""",
        "CREATE INDEX context_at ON context (at)",
        "CREATE TABLE handled (id INTEGER PRIMARY KEY, at REAL NOT NULL, done INTEGER NOT NULL)",
        "CREATE INDEX handled_at ON handled (at)",
        """CREATE TABLE journal (at REAL NOT NULL, channel TEXT NOT NULL, outcome TEXT NOT NULL,
                                 entry TEXT, facet TEXT, confidence REAL NOT NULL,
                                 language TEXT NOT NULL, version TEXT NOT NULL)""",
        "CREATE INDEX journal_at ON journal (at)",
    ),
    (
        "ALTER TABLE handled ADD COLUMN owner TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE journal ADD COLUMN id TEXT",
        "ALTER TABLE journal ADD COLUMN alert TEXT",
        "ALTER TABLE journal ADD COLUMN question TEXT",
        "ALTER TABLE journal ADD COLUMN mark TEXT",
        "ALTER TABLE journal ADD COLUMN reason TEXT",
        "CREATE INDEX journal_id ON journal (id)",
        """CREATE TABLE outbox (id INTEGER PRIMARY KEY AUTOINCREMENT, chat TEXT NOT NULL,
                                body TEXT NOT NULL, urgent INTEGER NOT NULL, at REAL NOT NULL,
                                tries INTEGER NOT NULL DEFAULT 0, due REAL NOT NULL,
                                held REAL NOT NULL DEFAULT 0, owner TEXT NOT NULL DEFAULT '')""",
        "CREATE INDEX outbox_chat ON outbox (chat, urgent DESC, id)",
    ),
    ("ALTER TABLE context ADD COLUMN city TEXT",),
    (
        """CREATE TABLE content (number INTEGER PRIMARY KEY AUTOINCREMENT,
                                 digest TEXT NOT NULL UNIQUE, at REAL NOT NULL, who TEXT NOT NULL,
                                 difference TEXT NOT NULL, tree BLOB NOT NULL)""",
        """CREATE TABLE switches (one INTEGER PRIMARY KEY CHECK (one = 1), live INTEGER,
                                  passed_over TEXT, off_reason TEXT, off_who TEXT, off_at REAL)""",
        """CREATE TABLE audit (number INTEGER PRIMARY KEY, at REAL NOT NULL, who TEXT NOT NULL,
                               what TEXT NOT NULL, detail TEXT NOT NULL)""",
    ),
    (
        "CREATE TABLE ticket (number INTEGER PRIMARY KEY, chat TEXT NOT NULL, at REAL NOT NULL)",
        "CREATE INDEX ticket_at ON ticket (at)",
    ),
    ("ALTER TABLE context ADD COLUMN guide TEXT NOT NULL DEFAULT ''",),
)


class SchemaTooNew(Exception):
    """The database was made by a newer version; the text says so."""


def migrate(connection: sqlite3.Connection) -> int:
    """Bring the tables up to date; returns the version they now have."""
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        refuse_newer(version, len(MIGRATIONS))
        for number, statements in enumerate(MIGRATIONS[version:], version + 1):
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
    return len(MIGRATIONS)


def rewrite_version(connection: sqlite3.Connection) -> None:
    """Write the version of the tables as it is, to see that the disk takes it."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.execute(f"PRAGMA user_version = {version}")


def refuse_newer(version: int, known: int) -> None:
    """Raise SchemaTooNew for tables of a program after this one."""
    if version > known:
        raise SchemaTooNew(
            f"数据库版本 {version} 比程序新,请升级 / the database is newer than this program"
        )
