"""The engine for several processes on one database: PostgreSQL, behind the extra ``postgres``."""

from bot.storage import times
from bot.storage.engine import Storage
from bot.storage.postgres.content import PostgresContent
from bot.storage.postgres.journal import PostgresJournal
from bot.storage.postgres.outbox import PostgresOutbox
from bot.storage.postgres.server import PostgresServer
from bot.storage.postgres.sessions import PostgresSessions
from bot.storage.postgres.tickets import PostgresTickets
from bot.storage.postgres.updates import PostgresUpdates
from faq.ports import Clock

_SWEEP = (
    ("DELETE FROM context WHERE at < %s", times.CONTEXT),
    ("DELETE FROM handled WHERE at < %s", times.UPDATES),
    ("DELETE FROM journal WHERE at < %s", times.JOURNAL),
    ("DELETE FROM outbox WHERE at < %s", times.OUTBOX),
    ("DELETE FROM ticket WHERE at < %s", times.TICKET),
)


async def open_postgres(url: str, clock: Clock, owner: str) -> Storage:
    """Connect and bring the tables up to date; what an earlier run of ``owner`` had in hand is
    free.
    """
    server = await PostgresServer.open(url)
    updates = PostgresUpdates(server, clock, owner)
    outbox = PostgresOutbox(server, clock, owner)

    async def sweep() -> None:
        await server.run("UPDATE jingwu_schema SET version = version")  # to see that it writes
        now = clock.now()
        for statement, seconds in _SWEEP:
            await server.run(statement, (now - seconds,))

    try:
        await updates.restart()
        await outbox.restart()
        await sweep()
    except BaseException:
        await server.close()
        raise
    sessions, journal = PostgresSessions(server, clock), PostgresJournal(server)
    content, tickets = PostgresContent(server, clock), PostgresTickets(server, clock)
    return Storage(sessions, updates, outbox, journal, content, tickets, sweep, server.close)
