from pathlib import Path

import numpy as np
import pytest

from bot.mapped import Array, read, write

ARRAYS: dict[str, Array] = {
    "numbers": np.arange(5, dtype=np.int32),
    "weights": np.array([[0.5, 1.5]], np.float16),
    "one": np.asarray(7),
    "none": np.zeros(0, np.uint8),
    "letters": np.frombuffer("身份证".encode(), np.uint8),
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    write(tmp_path / "arrays", ARRAYS)
    return tmp_path / "arrays"


def test_arrays_come_back_as_they_were(file: Path) -> None:
    found = read(file)
    assert list(found) == list(ARRAYS)
    for name, array in ARRAYS.items():
        assert np.array_equal(found[name], array)
        assert (found[name].dtype, found[name].shape) == (array.dtype, array.shape)


def test_numbers_lie_where_a_processor_wants_them(file: Path) -> None:
    assert all(array.flags.aligned for array in read(file).values())


def test_what_is_in_use_outlives_the_file(file: Path) -> None:
    numbers = read(file)["numbers"]
    file.unlink()
    assert numbers.tolist() == [0, 1, 2, 3, 4]


def test_any_byte_that_is_lost_or_changed_is_noticed(file: Path) -> None:
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(ValueError, match="damaged"):
            read(file)
    for size in range(len(whole)):
        file.write_bytes(whole[:size])
        with pytest.raises(ValueError, match="damaged"):
            read(file)
