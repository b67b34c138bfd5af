import numpy as np
import pytest

from faq.features.adam import Adam


def test_a_steady_slope_is_gone_down_at_the_rate() -> None:
    numbers = Adam(np.array([1.0, -1.0]))
    for _ in range(10):
        numbers.step(np.array([5.0, -0.01]), 0.1)
    assert numbers.values.tolist() == pytest.approx([0.0, 0.0], abs=1e-4)


def test_where_it_is_level_nothing_moves() -> None:
    numbers = Adam(np.array([1.0]))
    numbers.step(np.zeros(1), 0.1)
    assert numbers.values.tolist() == [1.0]
