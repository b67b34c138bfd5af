import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq.matching.confidence import Evidence, confidence

WIDE = st.floats(-50, 50)


@given(WIDE, WIDE, st.floats(0, 1))
def test_confidence_is_between_nothing_and_certainty(
    score: float, margin: float, known: float
) -> None:
    assert 0.0 <= confidence(Evidence(score, margin, known)) <= 1.0


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (Evidence(0.5, 0.1, 0.8), Evidence(0.9, 0.1, 0.8)),
        (Evidence(0.5, 0.1, 0.8), Evidence(0.5, 0.4, 0.8)),
        (Evidence(0.5, 0.1, 0.3), Evidence(0.5, 0.1, 0.8)),
        (Evidence(0.5, -0.4, 0.8), Evidence(0.5, 0.0, 0.8)),
    ],
    ids=["score", "margin", "known", "not leading"],
)
def test_more_evidence_is_more_confidence(less: Evidence, more: Evidence) -> None:
    assert confidence(less) < confidence(more)
