from dataclasses import replace

import numpy as np
import pytest

from faq.features.space import Vector
from faq.knowledge import Knowledge
from faq.matching.halves import Signs, chance, fit, learn, sounds
from faq.schema.tables import HalfBorders

USUAL = Signs(0.0, 0.5, 0.1, 2, names=False)


@pytest.mark.parametrize(
    ("half", "whole"),
    [("那得多少钱啊", "护照得多少钱啊"), ("小孩的也一样不", "小孩的身份证也一样不")],
)
def test_half_a_sentence_sounds_more_like_one(knowledge: Knowledge, half: str, whole: str) -> None:
    sounds_half = knowledge.matcher.sounds_half
    assert sounds_half(half) > sounds_half(whole)


def test_what_is_learnt_from_nothing_sounds_like_nothing() -> None:
    vector = Vector(np.array([0], np.int32), np.array([1.0], np.float32), 1.0, 1.0)
    assert sounds(learn([], [], 1), vector) == 0.0


@pytest.mark.parametrize(
    "likelier",
    [replace(USUAL, sounds=1.0), replace(USUAL, margin=0.0), replace(USUAL, size=1)],
    ids=["sounds", "margin", "size"],
)
def test_signs_of_half_a_sentence_raise_its_chance(likelier: Signs) -> None:
    assert chance(USUAL, HalfBorders()) < chance(likelier, HalfBorders())


def test_fitted_borders_tell_the_two_apart() -> None:
    half, whole = Signs(0.8, 0.4, 0.1, 1, names=False), Signs(-0.9, 1.6, 0.7, 6, names=True)
    borders = fit([(half, True), (whole, False)] * 50)
    assert chance(half, borders) > 0.9
    assert chance(whole, borders) < 0.1
