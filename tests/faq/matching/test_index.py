import numpy as np
import pytest

from faq.features.space import Space, span
from faq.matching.index import Index, build

DOCUMENTS = [("护", "照", "丢"), ("护", "照", "费"), ("身", "份", "丢"), ("驾", "照")]


@pytest.fixture
def space() -> Space:
    return span(DOCUMENTS)


@pytest.fixture
def index(space: Space) -> Index:
    return build([space.vector(document) for document in DOCUMENTS], len(space.numbers))


def test_a_document_finds_itself_first_and_wholly(space: Space, index: Index) -> None:
    hits = index.search(space.vector(DOCUMENTS[1]), 4)
    best = (hits.cosines[0], hits.covered_question[0], hits.covered_document[0])
    assert hits.documents[0] == 1
    assert best == pytest.approx((1.0, 1.0, 1.0), rel=1e-3)  # weights have 11 bits


def test_documents_come_best_first(space: Space, index: Index) -> None:
    cosines = index.search(space.vector(("护", "照", "丢")), 4).cosines.tolist()
    assert cosines == sorted(cosines, reverse=True)


def test_only_documents_that_share_a_gram_are_found(space: Space, index: Index) -> None:
    assert set(index.search(space.vector(("驾", "费")), 4).documents.tolist()) == {1, 3}


@pytest.mark.parametrize("grams", [(), ("水", "电")], ids=["nothing", "unknown grams"])
def test_a_question_that_shares_nothing_finds_nothing(
    space: Space, index: Index, grams: tuple[str, ...]
) -> None:
    assert index.search(space.vector(grams), 4).documents.tolist() == []


def test_unknown_grams_make_a_question_less_like_any_document(space: Space, index: Index) -> None:
    known = index.search(space.vector(("护", "照", "丢")), 1)
    foreign = index.search(space.vector(("护", "照", "丢", "水", "电")), 1)
    assert foreign.cosines[0] < known.cosines[0]
    assert foreign.covered_question[0] < known.covered_question[0]


def test_no_more_documents_are_found_than_asked_for(space: Space, index: Index) -> None:
    assert len(index.search(space.vector(("照", "丢")), 2).documents) == 2


def test_documents_that_are_equally_like_come_in_the_order_they_were_added() -> None:
    space = span([("甲",)] * 300 + [("乙",)] * 300)
    vectors = [space.vector(gram) for gram in [("甲",)] * 300 + [("乙",)] * 300]
    found = build(vectors, len(space.numbers)).search(space.vector(("乙",)), 5)
    assert found.documents.tolist() == [300, 301, 302, 303, 304]


def test_of_many_documents_the_same_are_found_as_by_looking_at_each() -> None:
    chance = np.random.default_rng(7)
    texts = [tuple(f"g{one}" for one in chance.integers(0, 60, 6)) for _ in range(1_500)]
    space = span(texts)
    vectors = [space.vector(text) for text in texts]
    question = space.vector(texts[700])
    hits = build(vectors, len(space.numbers)).search(question, 40)
    ours = dict(zip(question.grams.tolist(), question.weights.tolist(), strict=True))
    cosines = [
        sum(
            ours.get(gram, 0.0) * weight
            for gram, weight in zip(one.grams.tolist(), one.weights.tolist(), strict=True)
        )
        / (one.norm * question.norm)
        for one in vectors
    ]
    assert hits.cosines.tolist() == pytest.approx(sorted(cosines, reverse=True)[:40], rel=1e-3)
    assert hits.cosines.tolist() == pytest.approx([cosines[at] for at in hits.documents], rel=1e-3)


def test_the_same_question_has_the_same_ranking_twice(space: Space, index: Index) -> None:
    first, second = (index.search(space.vector(("照", "丢", "护")), 3) for _ in range(2))
    assert np.array_equal(first.documents, second.documents)
    assert np.array_equal(first.cosines, second.cosines)


def test_a_short_text_of_common_grams_is_looked_up_whole() -> None:
    common = tuple(f"g{at}" for at in range(6))
    texts = [*((f"g{at % 14}",) for at in range(30_000)), common]
    space = span(texts)
    vectors = [space.vector(text) for text in texts]
    hits = build(vectors, len(space.numbers)).search(space.vector(common), 1)
    assert hits.documents.tolist() == [30_000]
    assert hits.covered_question[0] == pytest.approx(1.0, rel=1e-3)
