import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq.features.logit import chance, fit, odds


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9))
def test_a_larger_logit_is_no_smaller_chance(one: float, other: float) -> None:
    smaller, larger = sorted([one, other])
    assert 0.0 <= chance(smaller) <= chance(larger) <= 1.0


@given(st.floats(0.0, 1.0))
def test_the_odds_of_a_chance_stand_for_it(share: float) -> None:
    assert chance(odds(share)) == pytest.approx(share, abs=1e-9)


def test_weights_are_found_under_which_chances_are_shares() -> None:
    given = np.array([[1.0, 0.0], [1.0, 1.0]] * 200)
    right = np.array([0.0, 1.0, 1.0, 1.0] * 100)
    intercept, weight = fit(given, right)
    assert chance(intercept) == pytest.approx(0.5, abs=0.02)
    assert chance(intercept + weight) > 0.95
