from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq.matching.sureness import Signs, chance, fit, signs
from faq.model import Evidence
from faq.schema.tables import SureBorders

USUAL = Signs(margin=0.8, likely=0.9, half=-3.0, broad=-3.0)


@pytest.mark.parametrize(
    "less",
    [replace(USUAL, margin=0.1), replace(USUAL, half=2.0), replace(USUAL, broad=2.0)],
    ids=["margin", "half", "broad"],
)
def test_what_hardly_leads_or_leaves_much_open_is_less_sure(less: Signs) -> None:
    assert chance(less, SureBorders()) < chance(USUAL, SureBorders())


def test_a_lead_beyond_the_usual_says_no_more() -> None:
    far, further = (signs(Evidence(margin=margin), 0.1, 0.1) for margin in (2.0, 5.0))
    assert far == further


def test_fitted_borders_tell_what_is_asked_from_what_is_not() -> None:
    asked, open_one = Signs(1.5, 0.95, -4.0, -5.0), Signs(0.1, 0.6, 2.0, 1.0)
    borders = fit([(asked, True), (open_one, False)] * 50)
    assert chance(asked, borders) > 0.9
    assert chance(open_one, borders) < 0.1


@given(st.floats(0, 1), st.floats(0, 1))
def test_signs_of_any_chances_give_a_chance(half: float, broad: float) -> None:
    assert 0.0 <= chance(signs(Evidence(margin=0.5), half, broad), SureBorders()) <= 1.0
