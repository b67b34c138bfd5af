"""A turn as a row of the journal's table, the same in every database."""

from bot.storage.engine import Row

COLUMNS = (
    "at", "id", "channel", "question", "outcome", "alert", "entry", "facet", "confidence",
    "language", "version",
)  # fmt: skip


def values(row: Row) -> tuple[object, ...]:
    """The values of ``COLUMNS``; what no database can store is left out of the question."""
    noted, reply = row.noted, row.noted.reply
    return (
        row.at,
        noted.id,
        noted.channel,
        None if noted.question is None else _storable(noted.question),
        reply.outcome.value,
        reply.alert.value if reply.alert else None,
        reply.entry,
        reply.facet.value if reply.facet else None,
        reply.confidence,
        reply.language.value,
        reply.version,
    )


def _storable(text: str) -> str:
    return text.encode("utf-8", "ignore").decode("utf-8").replace("\0", "")
