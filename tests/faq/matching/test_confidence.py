import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq.matching.confidence import Evidence, confidence

WIDE = st.floats(-50, 50)


@given(WIDE, st.floats(0, 1))
def test_confidence_is_between_nothing_and_certainty(margin: float, known: float) -> None:
    assert 0.0 <= confidence(Evidence(margin, known)) <= 1.0


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (Evidence(0.1, 0.8), Evidence(0.4, 0.8)),
        (Evidence(0.1, 0.3), Evidence(0.1, 0.8)),
        (Evidence(-0.4, 0.8), Evidence(0.0, 0.8)),
    ],
    ids=["margin", "known", "not leading"],
)
def test_more_evidence_is_more_confidence(less: Evidence, more: Evidence) -> None:
    assert confidence(less) < confidence(more)
