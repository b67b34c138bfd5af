import json

from benchmarks.report import aligned, as_json, as_text
from benchmarks.shares import Share, Table, column

IN_SCOPE = column("in_scope", {"offered_with_right": Share(1, 4), "wrong": Share(0, 0)})
STYLES = Table("by_style", ("lines", "right"), {"typo": (Share(2, 4), Share(1, 2))})


def test_a_table_of_one_column_shows_count_share_and_interval() -> None:
    assert as_text([IN_SCOPE]).splitlines() == [
        "IN SCOPE              count  of   share      95 %",
        "  offered with right      1   4  25.0 %  4.6-69.9",
        "  wrong                   0   0       -",
    ]


def test_a_wide_table_shows_count_and_share_in_every_cell() -> None:
    assert as_text([STYLES]).splitlines() == [
        "BY STYLE      lines      right",
        "  typo    2  50.0 %  1  50.0 %",
    ]


def test_tables_are_an_empty_line_apart() -> None:
    assert "\n\nBY STYLE" in as_text([IN_SCOPE, STYLES])


def test_json_has_what_was_measured_and_every_figure() -> None:
    record = json.loads(as_json({"file": "own.jsonl"}, [IN_SCOPE, STYLES]))
    assert record["file"] == "own.jsonl"
    assert record["in_scope"]["offered_with_right"]["share"] == {
        "count": 1,
        "of": 4,
        "share": 0.25,
        "low": 0.0456,
        "high": 0.6994,
    }
    assert record["by_style"]["typo"]["right"]["share"] == 0.5


def test_cells_are_aligned() -> None:
    assert aligned([("name", "ms"), ("a", "1.25")]) == "name    ms\na     1.25"
