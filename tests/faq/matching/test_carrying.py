import numpy as np
import pytest

from faq.features.space import Vector
from faq.matching.carrying import Carrier
from faq.matching.ranking import Scored
from faq.matching.reading import Reading
from faq.words import Replacer

TRAIN, PLANE, OTHER = 0, 1, 2
CARRIER = Carrier({"train": TRAIN, "plane": PLANE}, Replacer({"护照": "", "飞机": ""}))


def scored(plain: str, *scores: float) -> Scored:
    nothing = Vector(np.zeros(0, np.int32), np.zeros(0, np.float32), 0.0, 0.0)
    return Scored(Reading(plain, plain, ()), nothing, {}, np.array(scores, np.float32))


@pytest.mark.parametrize(
    ("more", "less"),
    [("多少钱", "护照多少钱"), ("那飞机呢", "飞机多少钱"), ("多少钱", "多少钱" * 6)],
    ids=["no object", "marked", "short"],
)
def test_what_leaves_more_out_leans_more_on_what_came_before(more: str, less: str) -> None:
    assert CARRIER.weight(more) > CARRIER.weight(less)


def test_a_close_call_goes_to_the_entry_before() -> None:
    alone = scored("要预约吗", 0.4, 0.5, 0.5)
    assert CARRIER.carried(alone, scored("", 0.5, 0.3, 0.0), "train").best(1) == [TRAIN]


def test_a_clear_question_about_something_else_is_that() -> None:
    alone = scored("飞机没带证", 0.1, 1.2, 0.0)
    assert CARRIER.carried(alone, scored("", 0.5, 0.5, 0.0), "train").best(1) == [PLANE]
