import numpy as np

from faq.features.odds import Odds, count
from faq.features.space import Floats, Ints


def table(odds: Odds, size: tuple[int, int]) -> Floats:
    """The weights of every gram and class."""
    found = np.zeros(size, np.float32)
    found[odds.grams, odds.classes] = odds.weights
    return found


def texts(*grams: list[int]) -> list[Ints]:
    return [np.array(one, np.int32) for one in grams]


def test_a_gram_of_one_class_alone_speaks_for_it_and_for_no_other() -> None:
    odds = count(texts([0, 2], [0], [1, 2], [1]), [0, 0, 1, 1], (3, 2))
    weights = table(odds, (3, 2))
    assert weights[0, 0] > 0
    assert weights[0, 1] == 0


def test_a_gram_that_all_classes_have_speaks_less_than_one_of_their_own() -> None:
    odds = count(texts([0, 2], [0, 2], [1, 2], [1, 2]), [0, 0, 1, 1], (3, 2))
    weights = table(odds, (3, 2))
    assert weights[2, 0] < weights[0, 0]


def test_classes_of_one_size_are_equally_usual() -> None:
    odds = count(texts([0], [1]), [0, 1], (2, 2))
    assert odds.usual.tolist() == [0.0, 0.0]


def test_the_odds_are_those_of_counting() -> None:
    odds = count(texts([0], [0], [1]), [0, 1, 1], (2, 2))
    with_gram, without = 1.02, 0.02
    assert np.isclose(table(odds, (2, 2))[0, 0], np.log(with_gram / without) - np.log(1.02 / 2.02))


def test_nothing_taught_says_nothing() -> None:
    odds = count([], [], (0, 1))
    assert odds.weights.tolist() == []
