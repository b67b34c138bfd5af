"""The default engine: one SQLite file in WAL mode."""

from bot.storage import times
from bot.storage.engine import Storage
from bot.storage.sqlite.content import SqliteContent
from bot.storage.sqlite.file import SqliteFile
from bot.storage.sqlite.journal import SqliteJournal
from bot.storage.sqlite.outbox import SqliteOutbox
from bot.storage.sqlite.schema import rewrite_version
from bot.storage.sqlite.sessions import SqliteSessions
from bot.storage.sqlite.tickets import SqliteTickets
from bot.storage.sqlite.updates import SqliteUpdates
from faq.ports import Clock

_KEPT = {
    "context": times.CONTEXT,
    "handled": times.UPDATES,
    "journal": times.JOURNAL,
    "outbox": times.OUTBOX,
    "ticket": times.TICKET,
}


async def open_sqlite(path: str, clock: Clock, owner: str) -> Storage:
    """Open or make the file and bring its tables up to date; what an earlier run of ``owner`` had
    in hand is free.
    """
    file = await SqliteFile.open(path)
    updates = SqliteUpdates(file, clock, owner)
    outbox = SqliteOutbox(file, clock, owner)

    async def sweep() -> None:
        await file.repair()
        await file.run(rewrite_version)
        now = clock.now()
        for table, seconds in _KEPT.items():
            statement = f"DELETE FROM {table} WHERE at < ?"  # noqa: S608 - our own names
            await file.write(statement, (now - seconds,))

    try:
        await updates.restart()
        await outbox.restart()
        await sweep()
    except BaseException:
        await file.close()
        raise
    sessions, journal = SqliteSessions(file, clock), SqliteJournal(file)
    content, tickets = SqliteContent(file, clock), SqliteTickets(file, clock)
    return Storage(sessions, updates, outbox, journal, content, tickets, sweep, file.close)
