from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq.matching.confidence import confidence, fit
from faq.model import Evidence
from faq.schema.tables import Borders

WIDE = st.floats(-1e9, 1e9)


def fitted(examples: list[tuple[Evidence, bool]]) -> Borders:
    intercept, margin, known = fit(examples)
    return Borders(intercept=intercept, margin=margin, known=known)


@given(WIDE, st.floats(0, 1))
def test_confidence_is_between_nothing_and_certainty(margin: float, known: float) -> None:
    assert 0.0 <= confidence(Evidence(margin, known, learned=0.5), Borders()) <= 1.0


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (Evidence(0.1, 0.8, learned=0.5), Evidence(0.4, 0.8, learned=0.5)),
        (Evidence(0.1, 0.3, learned=0.5), Evidence(0.1, 0.8, learned=0.5)),
        (Evidence(-0.4, 0.8, learned=0.5), Evidence(0.0, 0.8, learned=0.5)),
    ],
    ids=["margin", "known", "not leading"],
)
def test_more_evidence_is_more_confidence(less: Evidence, more: Evidence) -> None:
    assert confidence(less, Borders()) < confidence(more, Borders())


def test_fitted_borders_say_how_often_a_match_is_right() -> None:
    chance = Random(1)
    close = [(Evidence(0.1, 0.5, learned=0.5), chance.random() < 0.3) for _ in range(400)]
    clear = [(Evidence(0.6, 0.9, learned=0.5), chance.random() < 0.9) for _ in range(400)]
    borders = fitted([*close, *clear])
    assert confidence(Evidence(0.1, 0.5, learned=0.5), borders) == pytest.approx(0.3, abs=0.06)
    assert confidence(Evidence(0.6, 0.9, learned=0.5), borders) == pytest.approx(0.9, abs=0.06)


def test_a_handful_of_examples_gives_no_certainty() -> None:
    borders = fitted(
        [(Evidence(0.5, 0.9, learned=0.5), True), (Evidence(0.1, 0.4, learned=0.5), False)]
    )
    assert confidence(Evidence(0.5, 0.9, learned=0.5), borders) < 0.9


def test_where_nothing_speaks_for_a_topic_there_is_no_chance() -> None:
    assert confidence(Evidence(0.0, 1.0, learned=0.0, likeness=0.05), Borders()) == 0.0
