import numpy as np
import pytest

from faq.features.runs import lengths, positions, values

STARTS = np.array([0, 2, 2, 5, 305], np.int32)
TABLE = np.arange(305, dtype=np.uint16) * 2


def row(number: int) -> list[int]:
    return TABLE[STARTS[number] : STARTS[number + 1]].tolist()  # type: ignore[no-any-return]


@pytest.mark.parametrize("rows", [[2, 0], [1], [], [0, 2, 1, 0], [3], [3, 2, 3]], ids=str)
def test_the_values_of_rows_come_row_after_row(rows: list[int]) -> None:
    asked = np.array(rows, np.int32)
    found, again = values(STARTS, asked, TABLE, TABLE)
    assert found.tolist() == again.tolist() == [value for number in rows for value in row(number)]
    assert found.dtype == TABLE.dtype


def test_values_lie_where_their_positions_say() -> None:
    rows = np.array([2, 1, 0], np.int32)
    assert TABLE[positions(STARTS, rows)].tolist() == [*row(2), *row(0)]


def test_a_row_is_as_long_as_its_values() -> None:
    assert lengths(STARTS, np.array([3, 1, 2], np.int32)).tolist() == [300, 0, 3]
