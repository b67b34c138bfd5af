import numpy as np
import pytest

from faq.features.space import Space, Vector, span
from faq.matching.names import Names, learn

TEXTS = (("驾", "照"), ("护", "照"), ("护", "照", "本"))


@pytest.fixture
def space() -> Space:
    return span(TEXTS)


@pytest.fixture
def names(space: Space) -> Names:
    return learn(zip((0, 1, 1), map(space.vector, TEXTS), strict=True), len(space.numbers))


def covered(names: Names, question: Vector) -> list[float]:
    return [round(float(one), 2) for one in names.coverage(question, 3)]


def test_a_topic_is_named_by_the_one_of_its_names_that_is_said(names: Names, space: Space) -> None:
    assert covered(names, space.vector(("护", "照", "丢", "了")))[1] == 1.0


def test_half_a_name_is_a_share_of_it(names: Names, space: Space) -> None:
    share, _, _ = covered(names, space.vector(("照",)))
    assert 0 < share < 1


def test_what_has_no_name_is_never_named(names: Names, space: Space) -> None:
    assert covered(names, space.vector(("护", "照")))[2] == 0.0


def test_without_names_nothing_is_named(space: Space) -> None:
    assert not np.any(learn([], len(space.numbers)).coverage(space.vector(("护",)), 2))
