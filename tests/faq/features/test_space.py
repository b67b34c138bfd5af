from math import log, sqrt

import pytest

from faq.features.space import span

SPACE = span([("护", "照"), ("护", "卡"), ("卡", "卡")])


def test_grams_are_numbered_as_they_first_appear() -> None:
    assert SPACE.numbers.find(("卡", "护", "水", "照")).tolist() == [2, 0, -1, 1]


def test_a_rare_gram_weighs_more_than_a_common_one() -> None:
    assert SPACE.idf[1] > SPACE.idf[0]


def test_an_unknown_gram_weighs_as_much_as_the_rarest() -> None:
    assert SPACE.unknown == pytest.approx(log(4))


def test_an_unknown_gram_counts_in_the_length_and_has_no_number() -> None:
    vector = SPACE.vector(("照", "水"))
    assert vector.grams.tolist() == [1]
    assert vector.norm == pytest.approx(sqrt(2) * log(4))
    assert vector.known == pytest.approx(0.5)


def test_a_repeated_gram_counts_less_than_twice() -> None:
    once, twice = SPACE.vector(("照",)), SPACE.vector(("照", "照"))
    assert once.total < twice.total < 2 * once.total


def test_nothing_is_an_empty_vector() -> None:
    vector = SPACE.vector(())
    assert (vector.grams.tolist(), vector.total, vector.norm, vector.known) == ([], 0, 0, 0)
