from dataclasses import fields

import numpy as np
import pytest

from faq.features.grams import grams
from faq.features.network import Network
from faq.features.network_training import train
from faq.features.space import Space, Vector, span
from tests.faq.features.toys import SILENT, TOYS

LESSONS = TOYS * 100
SPACE = span([grams(text, SILENT) for text, _ in LESSONS])


def read(text: str, space: Space = SPACE) -> Vector:
    return space.vector(grams(text, SILENT))


def taught() -> Network:
    labels = [label for _, label in LESSONS]
    return train([read(text) for text, _ in LESSONS], labels, (len(SPACE.numbers), 3))


@pytest.mark.parametrize(("text", "label"), [("护照没了", 0), ("我的驾照", 1), ("你好呀", 2)])
def test_what_is_like_what_was_taught_is_likeliest(text: str, label: int) -> None:
    assert int(taught().likelihoods(read(text)).argmax()) == label


def test_the_same_lessons_teach_the_same() -> None:
    first, second = taught(), taught()
    for one in fields(Network):
        assert np.array_equal(getattr(first, one.name), getattr(second, one.name))


def test_a_gram_in_fewer_than_eight_texts_has_no_point() -> None:
    texts = ["护照"] * 6 + ["护照丢"] * 2
    space = span([grams(text, SILENT) for text in texts])
    found = train([read(text, space) for text in texts], [0] * 6 + [1] * 2, (len(space.numbers), 2))
    assert (found.rows[space.vector(["护照"]).grams] >= 0).all()
    assert (found.rows[space.vector(["丢"]).grams] < 0).all()


def test_without_lessons_nothing_is_likely() -> None:
    found = train([], [], (2, 3))
    vector = Vector(np.array([0, 1], np.int32), np.ones(2, np.float32), 2.0, 2**0.5)
    assert found.likelihoods(vector).tolist() == [0.0, 0.0, 0.0]
