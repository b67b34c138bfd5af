"""Tables of shares as text to read or as JSON."""

import json
from collections.abc import Sequence

from benchmarks.shares import Share, Table


def as_text(tables: Sequence[Table]) -> str:
    """The tables one below the other, each row with counts and per cent."""
    return "\n\n".join(_single(one) if len(one.columns) == 1 else _wide(one) for one in tables)


def as_json(about: dict[str, object], tables: Sequence[Table]) -> str:
    """One JSON object: what was measured, and each table by name, row and column."""
    figures = {
        table.name: {
            row: dict(zip(table.columns, map(_figures, shares), strict=True))
            for row, shares in table.rows.items()
        }
        for table in tables
    }
    return json.dumps({**about, **figures}, ensure_ascii=False, indent=1)


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Rows of cells, the first column to the left, the others to the right."""
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    lines = []
    for first, *rest in rows:
        cells = [first.ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True)]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _single(table: Table) -> str:
    rows = [(_title(table.name), "count", "of", "share", "95 %")]
    for name, (share,) in table.rows.items():
        low, high = share.interval
        between = f"{low * 100:.1f}-{high * 100:.1f}" if share.of else ""
        rows.append((_label(name), str(share.count), str(share.of), _percent(share), between))
    return aligned(rows)


def _wide(table: Table) -> str:
    rows = [(_title(table.name), *map(_plain, table.columns))]
    for name, shares in table.rows.items():
        rows.append((_label(name), *map(_cell, shares)))
    return aligned(rows)


def _cell(share: Share) -> str:
    return f"{share.count} {_percent(share):>7}" if share.of else "-"


def _percent(share: Share) -> str:
    return f"{share.share * 100:.1f} %" if share.of else "-"


def _title(name: str) -> str:
    return _plain(name).upper()


def _label(name: str) -> str:
    return "  " + _plain(name)


def _plain(name: str) -> str:
    return name.replace("_", " ")


def _figures(share: Share) -> dict[str, float]:
    low, high = share.interval
    return {
        "count": share.count,
        "of": share.of,
        "share": round(share.share, 4),
        "low": round(low, 4),
        "high": round(high, 4),
    }
