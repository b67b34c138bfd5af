from dataclasses import replace

import numpy as np
import pytest

from faq.features.numbers import number
from faq.features.space import Space, Vector
from faq.matching.carrying import Carrier
from faq.matching.ranking import Scored
from faq.matching.reading import Reading
from faq.words import Replacer

TRAIN, PLANE, OTHER, BROAD = 0, 1, 2, 3
SPACE = Space(number(()), np.zeros(0, np.float32), unknown=10.0)  # every gram weighs 10
OBJECTS = Replacer({"护照": "", "飞机": ""})
CARRIER = Carrier({"train": TRAIN, "plane": PLANE}, frozenset({BROAD}), OBJECTS.is_in, SPACE)


def read(plain: str) -> Reading:
    return Reading(plain, plain, tuple(plain))


def scored(plain: str, *scores: float) -> Scored:
    nothing = Vector(np.zeros(0, np.int32), np.zeros(0, np.float32), 0.0, 0.0)
    none = np.zeros(len(scores), np.float32)
    return Scored(read(plain), nothing, {}, none, none, np.array(scores, np.float32))


@pytest.mark.parametrize(
    ("more", "less"),
    [("多少钱", "护照多少钱"), ("多少钱", "全国最堵的城市排名")],
    ids=["no object", "says little"],
)
def test_what_leaves_more_out_leans_more_on_what_came_before(more: str, less: str) -> None:
    assert CARRIER.weight(scored(more, 0.0, 0.0)) > CARRIER.weight(scored(less, 0.0, 0.0))


def test_what_is_put_as_a_follow_up_leans_more() -> None:
    plain = scored("飞机", 0.0, 0.0)
    marked = replace(plain, reading=replace(plain.reading, is_marked=True))
    assert CARRIER.weight(marked) > CARRIER.weight(plain)


def test_what_is_clear_alone_leans_less() -> None:
    clear, unclear = scored("飞机没带证", 0.1, 1.2), scored("飞机没带证", 1.1, 1.2)
    assert CARRIER.weight(clear) < CARRIER.weight(unclear)


def test_sounds_and_pieces_of_words_are_not_what_a_question_says() -> None:
    told = Reading("x", "x", tuple("全国最堵的城市排名"))
    sounds = Reading("x", "x", tuple(f"p:{letter}" for letter in "全国最堵的城市排名"))
    assert [CARRIER.tells(told), CARRIER.tells(sounds)] == [True, False]


def test_a_close_call_goes_to_the_entry_before() -> None:
    alone = scored("要预约吗", 0.4, 0.5, 0.5, 0.0)
    assert CARRIER.carried(alone, scored("", 0.5, 0.3, 0.0, 0.0), "train").best(1) == [TRAIN]


def test_what_leans_less_goes_elsewhere_sooner() -> None:
    alone, together = scored("要预约吗", 0.4, 0.9, 0.5, 0.0), scored("", 0.5, 0.3, 0.0, 0.0)
    best = [CARRIER.carried(alone, together, "train", lean).best(1) for lean in (2.0, 0.1)]
    assert best == [[TRAIN], [PLANE]]


def test_a_clear_question_about_something_else_is_that() -> None:
    alone = scored("飞机没带证", 0.1, 1.2, 0.0, 0.0)
    assert CARRIER.carried(alone, scored("", 0.5, 0.5, 0.0, 0.0), "train").best(1) == [PLANE]


def test_what_leaves_its_object_out_is_no_broad_question_after_an_answer() -> None:
    alone = scored("多少钱", 0.4, 0.3, 0.2, 2.0)
    assert CARRIER.carried(alone, scored("", 0.5, 0.3, 0.0, 0.0), "train").best(1) == [TRAIN]
