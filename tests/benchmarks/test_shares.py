import pytest

from benchmarks.shares import Share, column, share_of


@pytest.mark.parametrize(
    ("share", "interval"),
    [
        (Share(81, 263), (0.2553, 0.3662)),  # Newcombe 1998, table I
        (Share(15, 148), (0.0624, 0.1605)),
        (Share(0, 20), (0.0, 0.1611)),
        (Share(20, 20), (0.8389, 1.0)),
        (Share(0, 0), (0.0, 1.0)),
    ],
    ids=["81 of 263", "15 of 148", "none of 20", "20 of 20", "none of none"],
)
def test_the_interval_is_wilsons(share: Share, interval: tuple[float, float]) -> None:
    assert share.interval == pytest.approx(interval, abs=0.0001)


def test_nothing_out_of_nothing_is_no_share() -> None:
    assert Share(0, 0).share == 0.0


def test_a_share_counts_what_holds() -> None:
    assert share_of([1, 2, 3, 4], lambda number: number > 1) == Share(3, 4)


def test_a_column_is_a_table_of_one() -> None:
    assert column("sizes", {"large": Share(1, 2)}).rows == {"large": (Share(1, 2),)}
