import numpy as np
import pytest

from faq.features.classifier import Classifier
from faq.features.compact import compact
from faq.features.space import Vector, span
from faq.features.training import Course, train

LESSONS = [(("护", "照"), 0), (("护", "照", "丢"), 0), (("驾", "照"), 1), (("驾", "照", "丢"), 1)]
SPACE = span([grams for grams, _ in LESSONS])


@pytest.fixture
def taught() -> Classifier:
    vectors = [SPACE.vector(grams) for grams, _ in LESSONS]
    return train(vectors, [label for _, label in LESSONS], (5, 2), Course(rarest=1))


@pytest.mark.parametrize("text", ["护照", "驾照丢", "照", "丢丢丢", "护水电", "水电", ""])
def test_it_scores_as_the_classifier_it_was_made_of(taught: Classifier, text: str) -> None:
    vector = SPACE.vector(tuple(text))
    assert compact(taught).scores(vector) == pytest.approx(taught.scores(vector), abs=1e-6)


def test_what_is_usual_counts_beside_the_grams() -> None:
    starts, nothing = np.zeros(2, np.int32), np.zeros(0, np.float16)
    usual = np.array([0.0, 0.5], np.float32)
    taught = Classifier(2, starts, nothing.astype(np.int16), nothing, usual)
    vector = Vector(np.array([0], np.int32), np.array([2.0], np.float32), 2.0, 2.0)
    assert compact(taught).scores(vector).tolist() == [0.0, 0.5]
