import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq.features.network import Network
from faq.features.space import Vector

# Two grams with a point of one number; the first class likes much of it, the second little.
NETWORK = Network(
    rows=np.array([0, 1, -1], np.int32),
    points=np.array([[100], [-100]], np.int8),
    scale=np.array([0.01, 0.01], np.float32),
    before=np.zeros(1, np.float32),
    weights=np.array([[2.0, -2.0]], np.float32),
    usual=np.zeros(2, np.float32),
)


def vector(*grams: int) -> Vector:
    ones = np.ones(len(grams), np.float32)
    return Vector(np.array(grams, np.int32), ones, float(len(grams)), 1.0)


def test_likelihoods_are_the_chances_by_their_magnitude() -> None:
    chances = np.array([np.exp(2), np.exp(-2)]) / (np.exp(2) + np.exp(-2))
    wanted = 1 + np.log(chances) / 6
    assert NETWORK.likelihoods(vector(0)).tolist() == pytest.approx(wanted.tolist(), abs=1e-6)


def test_what_is_below_zero_is_cut_off() -> None:
    first, second = NETWORK.likelihoods(vector(1)).tolist()
    assert first == second


@pytest.mark.parametrize("grams", [(), (2,)])
def test_where_no_gram_has_a_point_nothing_is_likely(grams: tuple[int, ...]) -> None:
    assert NETWORK.likelihoods(vector(*grams)).tolist() == [0.0, 0.0]


@given(st.lists(st.sampled_from([0, 1, 2]), max_size=200))
def test_a_likelihood_is_between_none_and_certain(grams: list[int]) -> None:
    likelihoods = NETWORK.likelihoods(vector(*grams))
    assert likelihoods.min() >= 0
    assert likelihoods.max() <= 1
