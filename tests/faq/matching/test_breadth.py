from dataclasses import replace

import pytest

from faq.matching.breadth import Signs, chance, fit
from faq.schema.tables import BroadBorders

USUAL = Signs(size=6, says=30.0, learned=0.8, third=0.5)


@pytest.mark.parametrize(
    "likelier",
    [replace(USUAL, says=15.0), replace(USUAL, learned=0.3), replace(USUAL, third=0.9)],
    ids=["says", "learned", "third"],
)
def test_what_says_little_or_fits_several_is_likelier_too_broad(likelier: Signs) -> None:
    assert chance(USUAL, BroadBorders()) < chance(likelier, BroadBorders())


def test_fitted_borders_tell_broad_texts_from_others() -> None:
    broad, narrow = Signs(2, 8.0, 0.2, 0.9), Signs(12, 60.0, 1.4, 0.2)
    borders = fit([(broad, True), (narrow, False)] * 50)
    assert chance(broad, borders) > 0.9
    assert chance(narrow, borders) < 0.1
