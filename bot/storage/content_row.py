"""How the switches stand in a table."""

from collections.abc import Sequence

from faq.versions import Off, Switches

MOST_VERSIONS = 30
MOST_DEEDS = 10_000


def switches(row: Sequence[object] | None) -> Switches:
    """The switches of a row (live, passed_over, off_reason, off_who, off_at), if there is one."""
    if row is None:
        return Switches()
    live, passed_over, reason, who, at = row
    off = Off(str(reason), str(who), float(str(at))) if reason is not None else None
    return Switches(
        int(str(live)) if live is not None else None,
        str(passed_over) if passed_over is not None else None,
        off,
    )
