import pytest

from faq.features.rows import example, numbered
from faq.features.space import span

TEXTS = [("护", "照"), ("护", "照", "丢"), ("驾", "照")]
SPACE = span(TEXTS)
VECTORS = [SPACE.vector(text) for text in TEXTS]


def test_only_grams_in_enough_texts_have_a_row() -> None:
    kept, rows = numbered(VECTORS, len(SPACE.numbers), 2)
    assert kept.tolist() == SPACE.vector(("护", "照")).grams.tolist()
    assert rows.tolist() == [0, 1, -1, -1]


def test_without_texts_there_are_no_rows() -> None:
    kept, rows = numbered([], 2, 1)
    assert (kept.tolist(), rows.tolist()) == ([], [-1, -1])


def test_an_example_has_the_length_of_its_whole_text() -> None:
    _, rows = numbered(VECTORS, len(SPACE.numbers), 1)
    _, weights = example(VECTORS[1], rows)
    assert float(weights @ weights) == pytest.approx(1.0)


def test_an_example_leaves_out_what_has_no_row() -> None:
    _, rows = numbered(VECTORS, len(SPACE.numbers), 2)
    assert example(VECTORS[1], rows)[0].tolist() == [0, 1]
