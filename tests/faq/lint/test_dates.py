from datetime import date
from pathlib import Path

import pytest

from faq.assembly import load
from faq.lint import lint
from faq.lint.dates import expiring
from tests import content

_TODAY = date(2026, 11, 29)
_CHECK = "    as_of: 2024-05\n"


def faults(tree: Path, today: date = _TODAY) -> list[str]:
    return [": ".join(str(one).split(": ")[:2]) for one in lint(load(tree), today)]


def date_of_the_check(tree: Path, line: str) -> str:
    """Give the second item another line of dates; returns where it stands."""
    content.damage(tree, content.ITEMS, _CHECK, f"    {line}\n")
    return content.place(tree, content.ITEMS, line)


def test_the_small_tree_is_up_to_date(tree: Path) -> None:
    assert faults(tree) == []


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("as_of: 2024-05", 0),
        ("valid_until: 2026-12-20", 1),
        ("valid_until: 2027-12-20", 0),
        ("review_by: 2026-11-28", 1),
    ],
)
def test_what_runs_out_is_counted(tree: Path, line: str, number: int) -> None:
    date_of_the_check(tree, line)
    catalogue = load(tree).catalogue
    assert catalogue
    assert expiring(catalogue, _TODAY) == number


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("as_of: 2026-12", "error"),
        ("as_of: 2024-02-30", "error"),
        ("valid_until: 2026-11-28", "error"),
        ("valid_until: 2026-12-20", "warning"),
        ("valid_until: 2026-02-30", "error"),
        ("review_by: 2026-11-28", "warning"),
    ],
)
def test_a_date_that_has_passed_or_cannot_be_is_reported(tree: Path, line: str, level: str) -> None:
    place = date_of_the_check(tree, line)
    assert faults(tree) == [f"{place}: {level} dates"]


@pytest.mark.parametrize("line", ["valid_until: 2027-06-30", "review_by: 2026-11-29"])
def test_a_date_that_lies_ahead_is_fine(tree: Path, line: str) -> None:
    date_of_the_check(tree, line)
    assert faults(tree) == []


def test_a_source_from_the_future_is_refused(tree: Path) -> None:
    content.damage(tree, content.SOURCES, "date: 2022-04", "date: 2032-04")
    assert [fault.partition(": ")[2] for fault in faults(tree)] == ["error dates"]


def test_a_catalogue_gone_over_more_than_a_year_ago_is_a_warning(tree: Path) -> None:
    later = date(2027, 11, 29)
    assert faults(tree, later) == [f"{content.SOURCES}:1:1: warning dates"]


def test_without_a_day_no_date_is_looked_at(tree: Path) -> None:
    date_of_the_check(tree, "valid_until: 2020-01-01")
    assert lint(load(tree)) == ()
