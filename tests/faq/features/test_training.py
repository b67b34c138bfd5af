import numpy as np
import pytest

from faq.features.classifier import Classifier
from faq.features.grams import grams
from faq.features.space import Space, span
from faq.features.training import Course, train, train_with_hard
from tests.faq.features.toys import SILENT, TOYS


@pytest.fixture
def space() -> Space:
    return span([grams(text, SILENT) for text, _ in TOYS])


def learn(space: Space) -> Classifier:
    vectors = [space.vector(grams(text, SILENT)) for text, _ in TOYS]
    return train(vectors, [label for _, label in TOYS], (len(space.numbers), 3), Course(rarest=1))


@pytest.mark.parametrize(
    ("text", "label"), [*TOYS, ("护照掉了", 0), ("我的驾照没了", 1), ("你好呀", 2)]
)
def test_what_was_taught_is_known(space: Space, text: str, label: int) -> None:
    scores = learn(space).scores(space.vector(grams(text, SILENT)))
    assert int(scores.argmax()) == label


def test_the_same_lessons_teach_the_same() -> None:
    space = span([grams(text, SILENT) for text, _ in TOYS])
    first, second = learn(space), learn(space)
    assert np.array_equal(first.weights, second.weights)
    assert np.array_equal(first.columns, second.columns)


def test_what_shares_no_gram_has_no_score(space: Space) -> None:
    assert learn(space).scores(space.vector(grams("水电费", SILENT))).tolist() == [0, 0, 0]


def test_grams_that_are_too_rare_are_not_learnt(space: Space) -> None:
    vectors = [space.vector(grams(text, SILENT)) for text, _ in TOYS]
    labels = [label for _, label in TOYS]
    taught = train(vectors, labels, (len(space.numbers), 3), Course(rarest=2))
    assert taught.scores(space.vector(grams("啊", SILENT))).tolist() == [0, 0, 0]


def test_scores_stay_finite_whatever_is_repeated(space: Space) -> None:
    scores = learn(space).scores(space.vector(grams("护照" * 2_000, SILENT)))
    assert np.isfinite(scores).all()


def test_counting_helps_where_the_lessons_leave_a_tie(space: Space) -> None:
    vectors = [space.vector(grams(text, SILENT)) for text, _ in TOYS]
    labels = [label for _, label in TOYS]
    taught = train(vectors, labels, (len(space.numbers), 3), Course(rarest=1, counted=1.0))
    question = space.vector(grams("护照", SILENT))
    assert taught.scores(question)[0] > learn(space).scores(question)[0]


def test_what_lies_at_a_border_is_hard_and_what_has_letters_of_its_own_is_not() -> None:
    texts = [("护照", 0), ("护照呢", 1), *((f"{one}水电煤气", 2) for one in "甲乙丙丁")]
    space = span([grams(text, SILENT) for text, _ in texts])
    vectors = [space.vector(grams(text, SILENT)) for text, _ in texts]
    labels = [label for _, label in texts]
    _, hard = train_with_hard(vectors, labels, (len(space.numbers), 3), Course(rarest=1))
    assert hard[:2].any()
    assert not hard[2:].any()
